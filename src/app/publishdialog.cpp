// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishdialog.h"

#include "app/appsettings.h"
#include "app/background.h"
#include "app/dayfield.h"
#include "app/notepages.h"
#include "app/pagesfolder.h"
#include "app/role.h"
#include "cli/errortext.h"
#include "publisher/slug.h"
#include "style/typography.h"

#include <QDesktopServices>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", u"heading"_s);
    return label;
}

QString pageIn(const QString &slug)
{
    return slug + "/index.html"_L1;
}

} // namespace

PublishDialog::PublishDialog(Session &session, AppSettings &settings, Note note, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_settings(settings)
    , m_note(std::move(note))
    , m_slug(slug())
    , m_folder(pagesFolder(settings))
    , m_place(new QLabel(this))
    , m_write(new QPushButton(tr("&Write the page"), this))
    , m_open(new QPushButton(tr("&Open in browser"), this))
    , m_address(new QLineEdit(this))
    , m_day(new DayField(session.clock().today(), tr("Day of publication"), this))
    , m_mark(new QPushButton(tr("&Mark as published"), this))
    , m_words(new QLabel(this))
{
    setWindowTitle(tr("Publish"));
    setMinimumWidth(130 * Metrics::step);
    m_place->setWordWrap(true);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setProperty("role", u"second"_s);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_write->setProperty("role", u"primary"_s);
    m_write->setDefault(true);
    m_mark->setEnabled(false);
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setText(m_note.header.fields.canonical.toString());
    const auto &published = m_note.header.fields.published;
    m_day->setDate(published ? published->date() : session.clock().today());
    m_words->setWordWrap(true);
    m_words->hide();
    m_words->setTextFormat(Qt::PlainText);

    auto *choose = new QPushButton(tr("&Change…"), this);
    auto *place = new QHBoxLayout;
    place->addWidget(m_place, 1);
    place->addWidget(choose, 0, Qt::AlignTop);
    auto *page = new QHBoxLayout;
    page->addWidget(m_write);
    page->addWidget(m_open);
    page->addStretch(1);
    auto *form = new QFormLayout;
    form->setSpacing(2 * Metrics::step);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Day"), m_day);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *end = new QHBoxLayout;
    end->addWidget(m_mark);
    end->addStretch(1);
    end->addWidget(close);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addWidget(heading(tr("The page"), this));
    column->addLayout(place);
    column->addLayout(page);
    column->addWidget(m_words);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(heading(tr("Where it stands now"), this));
    column->addLayout(form);
    column->addLayout(end);

    connect(choose, &QPushButton::clicked, this, &PublishDialog::chooseFolder);
    connect(m_write, &QPushButton::clicked, this, &PublishDialog::write);
    connect(m_open, &QPushButton::clicked, this, &PublishDialog::openPage);
    connect(m_mark, &QPushButton::clicked, this, &PublishDialog::markPublished);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    const auto checkAddress = [this] { m_mark->setEnabled(address().isValid()); };
    connect(m_address, &QLineEdit::textChanged, this, checkAddress);
    checkAddress();
    showPlace();
}

void PublishDialog::setFolder(const QString &folder)
{
    m_folder = folder;
    m_settings.setPublishFolder(folder);
    showPlace();
}

QString PublishDialog::slug() const
{
    std::vector<NoteHeader> notes = m_session.shelf().notes();
    std::ranges::replace_if(
        notes, [this](const NoteHeader &each) { return each.id == m_note.header.id; },
        m_note.header); // the shelf may be behind
    return slugsOf(std::move(notes), m_session.shelf().settings().baseUrl)
        .value(m_note.header.id, slugOf(m_note.header));
}

QString PublishDialog::pagePath() const
{
    return QDir(m_folder).filePath(pageIn(m_slug));
}

void PublishDialog::chooseFolder()
{
    askForPagesFolder(this, m_settings, [this](const QString &folder) { setFolder(folder); });
}

void PublishDialog::showPlace()
{
    m_place->setText(tr("It goes to %1").arg(QDir::toNativeSeparators(pagePath())));
    m_open->setEnabled(false);
    inBackground([path = pagePath()] {
        return QFileInfo::exists(path);
    }).then(this, [this, look = ++m_looked](bool there) {
        if (look == m_looked)
            m_open->setEnabled(there);
    });
}

void PublishDialog::write()
{
    m_write->setEnabled(false);
    say(tr("Writing…"));
    const ExportRequest request{.form = ExportForm::Page, .folder = m_folder, .notes = {m_note.header.id}};
    inBackground([request, library = m_session.folder(), &clock = m_session.clock()] {
        return exportFrom(library, clock, request);
    }).then(this, [this, folder = m_folder](const Result<ExportReport> &done) {
        m_write->setEnabled(true);
        if (!done)
            return say(errorText(done.error()), true);
        const QString &page = done->files.front();
        m_slug = QDir(folder).relativeFilePath(page).section(u'/', 0, 0); // the library may be newer than the shelf
        showPlace();
        QStringList words{tr("The page is written.")};
        for (const Error &lost : done->lost)
            words << errorText(lost);
        say(words.join(u'\n'), !done->lost.empty());
        if (folder == m_folder) {
            ++m_looked; // it is there
            m_open->setEnabled(true);
            m_open->setFocus();
        }
        Q_EMIT written(page);
    });
}

void PublishDialog::openPage()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(pagePath())))
        say(tr("No browser could be opened. The page is at %1").arg(pagePath()), true);
}

QUrl PublishDialog::address() const
{
    QString text = m_address->text().trimmed();
    const bool isWhole = text.contains("://"_L1);
    if (!isWhole)
        text.prepend("https://"_L1);
    const QUrl url(text, QUrl::StrictMode);
    const bool isOfTheWeb = url.isValid() && url.scheme().startsWith("http"_L1) && !url.host().isEmpty();
    return isOfTheWeb && (isWhole || url.host().contains(u'.')) ? url : QUrl();
}

void PublishDialog::markPublished()
{
    m_mark->setEnabled(false);
    m_session.notebook()
        .setPublished(m_note.header.id, address(), m_day->date())
        .then(this, [this](const Result<NoteHeader> &done) {
            if (!done) {
                m_mark->setEnabled(true);
                return say(errorText(done.error()), true);
            }
            m_note.header = *done; // the page names the address and the day, and may have its name from the address
            m_slug = slug();
            showPlace();
            say(tr("Marked as published."));
        });
}

void PublishDialog::say(const QString &words, bool problem)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setRole(m_words, problem ? u"attention"_s : QString());
}

} // namespace Weeknotes
