// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importdifference.h"

#include "app/dialogparts.h"
#include "app/diffview.h"
#include "core/isotext.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr QSize differenceSize(190 * Metrics::step, 150 * Metrics::step);

/// A note as one text: its fields that a reader may care for, a line each, and its words.
QString wholeNote(const NoteFields &fields, const QString &text)
{
    const QLocale locale;
    QStringList lines{fields.title, fields.subtitle, kindName(fields.kind), statusName(fields.status)};
    if (fields.covers)
        lines << periodText(*fields.covers, locale, fields.covers->last);
    if (!fields.number.isEmpty())
        lines << fields.number.toString();
    if (fields.published)
        lines << locale.toString(fields.published->date(), QLocale::LongFormat);
    if (!fields.tags.isEmpty())
        lines << fields.tags.join(", "_L1);
    lines.removeAll(QString());
    return lines.join(u'\n') + u"\n\n"_s + text;
}

} // namespace

ImportDifference::ImportDifference(const Note &mine, const NoteDraft &theirs, Scheme scheme, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What changed there"));
    resize(differenceSize);
    auto *words = wrappedLabel(tr("Struck out is what the library has, underlined what the archive has in its place."),
                               u"second"_s, this);
    auto *text = new DiffView(this);
    text->setAccessibleName(tr("The note in the library and in the archive"));
    text->setScheme(scheme);
    text->setTexts(wholeNote(mine.header.fields, mine.text), wholeNote(theirs.fields, theirs.text));
    QPushButton *previous = plainButton(tr("&Previous change"), this);
    QPushButton *next = plainButton(tr("&Next change"), this);
    QPushButton *close = plainButton(tr("Close"), this);
    connect(previous, &QPushButton::clicked, text, [text] { text->stepBy(-1); });
    connect(next, &QPushButton::clicked, text, [text] { text->stepBy(1); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(previous);
    end->addWidget(next);
    end->addStretch(1);
    end->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(DialogSize::margin, DialogSize::margin, DialogSize::margin, DialogSize::margin);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(words);
    column->addWidget(text, 1);
    column->addLayout(end);
    text->setFocus();
}

} // namespace Weeknotes
