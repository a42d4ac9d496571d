// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importside.h"

#include "app/dayfield.h"
#include "app/dialogparts.h"
#include "cli/errortext.h"
#include "importer/corrections.h"
#include "timeline/timelinemodel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr std::array allKinds{NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post};
constexpr std::array allStatuses{NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published};

/// The first words, to know it by.
QString openingOf(const QString &text)
{
    constexpr qsizetype enough = 280;
    const QString words = text.left(2 * enough).simplified();
    return words.size() > enough ? words.first(words.lastIndexOf(u' ', enough)) + u"…"_s : words;
}

QFormLayout *formIn(QWidget *widget)
{
    auto *form = new QFormLayout(widget);
    form->setContentsMargins({});
    form->setHorizontalSpacing(3 * Metrics::step);
    form->setVerticalSpacing(2 * Metrics::step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

} // namespace

ImportSide::ImportSide(ImportList &list, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_today(today)
    , m_why(wrappedLabel({}, {}, this))
    , m_opening(wrappedLabel({}, {}, this))
    , m_source(wrappedLabel({}, u"second"_s, this))
    , m_both(new QWidget(this))
    , m_bothChoice(new QComboBox(this))
    , m_difference(plainButton(tr("See the &difference…"), this))
    , m_one(new QWidget(this))
    , m_many(new QWidget(this))
    , m_title(new QLineEdit(this))
    , m_first(new DayField(today, tr("First day"), this))
    , m_last(new DayField(today, tr("Last day"), this))
    , m_setDays(plainButton(tr("Give it these &days"), this))
    , m_number(new QLineEdit(this))
    , m_scope(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_year(new QSpinBox(this))
    , m_setYear(plainButton(tr("S&et"), this))
    , m_pattern(new QLineEdit(this))
    , m_readTitles(plainButton(tr("&Read"), this))
    , m_problem(wrappedLabel({}, u"attention"_s, this))
{
    for (const NoteKind kind : allKinds)
        m_kind->addItem(kindName(kind), int(kind));
    for (const NoteStatus status : allStatuses)
        m_status->addItem(statusName(status), int(status));
    m_bothChoice->addItem(tr("Keep mine; theirs goes into its history"));
    m_bothChoice->addItem(tr("Take theirs; mine stays in its history"));
    m_year->setRange(earliestYear, latestYear);
    m_year->setValue(today.year());
    m_pattern->setPlaceholderText(u"{season}.{episode:02} — {title}"_s);
    layOut();
    connectFields();
    show();
}

void ImportSide::layOut()
{
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_title->setAccessibleName(tr("Title"));
    m_bothChoice->setAccessibleName(tr("Where both changed"));
    auto *both = new QVBoxLayout(m_both);
    both->setContentsMargins({});
    both->setSpacing(2 * Metrics::step);
    both->addWidget(m_bothChoice);
    both->addWidget(m_difference, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(DialogSize::margin, DialogSize::margin, DialogSize::margin, DialogSize::margin);
    column->setSpacing(4 * Metrics::step);
    column->addWidget(m_both);
    column->addWidget(layOutOne());
    column->addWidget(layOutMany());
    column->addWidget(m_problem);
    column->addWidget(m_why);
    column->addWidget(hairline(QFrame::HLine, this));
    column->addWidget(m_opening);
    column->addWidget(m_source);
    column->addStretch(1);
}

QWidget *ImportSide::layOutOne()
{
    QFormLayout *form = formIn(m_one);
    auto *days = new QHBoxLayout;
    days->setSpacing(Metrics::step);
    days->addWidget(m_first);
    days->addWidget(new QLabel(u"–"_s, m_one));
    days->addWidget(m_last);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("Da&ys"), days);
    form->addRow(QString(), m_setDays);
    form->addRow(tr("&Number"), m_number);
    qobject_cast<QLabel *>(form->labelForField(days))->setBuddy(m_first);
    return m_one;
}

QWidget *ImportSide::layOutMany()
{
    QFormLayout *form = formIn(m_many);
    const auto withButton = [](QWidget *field, QPushButton *button) {
        auto *row = new QHBoxLayout;
        row->setSpacing(2 * Metrics::step);
        row->addWidget(field, 1);
        row->addWidget(button);
        return row;
    };
    form->addRow(tr("&For"), m_scope);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Status"), m_status);
    QHBoxLayout *year = withButton(m_year, m_setYear);
    form->addRow(tr("Yea&r"), year);
    qobject_cast<QLabel *>(form->labelForField(year))->setBuddy(m_year);
    QHBoxLayout *pattern = withButton(m_pattern, m_readTitles);
    form->addRow(tr("Titles &as"), pattern);
    qobject_cast<QLabel *>(form->labelForField(pattern))->setBuddy(m_pattern);
    m_setYear->setToolTip(tr("Moves days whose year was guessed into this year"));
    m_readTitles->setToolTip(tr("Takes numbers and days from the titles, as this pattern reads them"));
    return m_many;
}

void ImportSide::connectFields()
{
    connect(m_difference, &QPushButton::clicked, this, [this] { Q_EMIT differenceAsked(m_row); });
    connect(m_bothChoice, &QComboBox::activated, this,
            [this](int choice) { m_list.setOverwrites(m_row, choice == 1); });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        const QString title = m_title->text().simplified();
        if (const ImportedNote *note = m_list.note(m_row);
            note && !title.isEmpty() && title != note->draft.fields.title)
            correctOne([&](ImportedNote &each) { correctTitle(each, title); });
    });
    connect(m_first, &DayField::dateChanged, this, &ImportSide::takeDays);
    connect(m_last, &DayField::dateChanged, this, &ImportSide::takeDays);
    connect(m_setDays, &QPushButton::clicked, this, &ImportSide::takeDays);
    connect(m_number, &QLineEdit::editingFinished, this, &ImportSide::takeNumber);
    connect(m_kind, &QComboBox::activated, this, [this] {
        const auto kind = NoteKind(m_kind->currentData().toInt());
        correctMany([&](ImportedNote &note) { correctKind(note, kind, m_rules); });
    });
    connect(m_status, &QComboBox::activated, this, [this] {
        const auto status = NoteStatus(m_status->currentData().toInt());
        correctMany([&](ImportedNote &note) { correctStatus(note, status); });
    });
    connect(m_setYear, &QPushButton::clicked, this, [this] {
        int moved = 0;
        const int year = m_year->value();
        correctMany([&](ImportedNote &note) { moved += correctYear(note, year, m_rules) ? 1 : 0; });
        m_problem->setText(moved > 0 ? QString() : tr("None of these notes has a day whose year was guessed."));
        m_problem->setVisible(moved == 0);
    });
    connect(m_readTitles, &QPushButton::clicked, this, &ImportSide::takePattern);
    connect(m_pattern, &QLineEdit::returnPressed, this, &ImportSide::takePattern);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, [this] { showFields(); });
    connect(&m_list, &QAbstractItemModel::modelReset, this, [this] { choose({}); });
}

void ImportSide::choose(const QModelIndexList &rows)
{
    m_rows = rows;
    m_row = rows.value(0);
    m_problem->hide();
    show();
}

void ImportSide::setDone(bool done)
{
    m_done = done;
    show();
}

void ImportSide::show()
{
    const ImportedNote *note = m_list.note(m_row);
    m_one->setVisible(note != nullptr && !m_done && m_rows.size() == 1);
    m_many->setVisible(note != nullptr && !m_done);
    const auto fate = note ? m_list.fate(m_row) : ImportedDraft::Fate::Imported;
    const bool isKept = fate == ImportedDraft::Fate::Kept;
    m_both->setVisible(!m_done && (isKept || fate == ImportedDraft::Fate::Updated));
    m_bothChoice->setVisible(isKept);
    if (note)
        m_bothChoice->setCurrentIndex(m_list.overwrites(m_row) ? 1 : 0);
    showScopes();
    showFields();
}

void ImportSide::showFields()
{
    const ImportedNote *note = m_list.note(m_row);
    if (!note) {
        m_why->setText(m_row.isValid() ? m_row.data(ImportList::DetailRole).toString()
                                       : tr("Choose a note to see why it was read as it was, and to put it right."));
        m_opening->clear();
        m_source->clear();
        return;
    }
    const NoteFields &fields = note->draft.fields;
    const auto fill = [](QLineEdit *line, const QString &text) {
        if (line->text() != text)
            line->setText(text);
    };
    fill(m_title, fields.title);
    fill(m_number, m_row.data(ImportList::NumberRole).toString());
    const QSignalBlocker first(m_first);
    const QSignalBlocker last(m_last);
    const QDate day = fields.published ? fields.published->date() : fields.written.value_or(m_today);
    const Period days = fields.covers.value_or(Week::of(day, m_rules).days(m_rules));
    m_first->setDate(days.first);
    m_last->setDate(days.last);
    m_setDays->setVisible(!fields.covers);
    m_kind->setCurrentIndex(m_kind->findData(int(fields.kind)));
    m_status->setCurrentIndex(m_status->findData(int(fields.status)));
    if (fields.covers)
        m_year->setValue(fields.covers->first.year());
    QStringList why;
    for (const Guess &guess : note->guesses)
        why << guessText(guess) + u'.';
    for (const Warning &warning : note->warnings)
        why << warningText(warning);
    m_why->setText(why.isEmpty() ? tr("Nothing was guessed: the note says it all itself.") : why.join("\n\n"_L1));
    m_opening->setText(openingOf(note->draft.text));
    m_source->setText(note->draft.source.key);
}

void ImportSide::showScopes()
{
    m_scope->clear();
    if (!m_list.note(m_row))
        return;
    if (m_rows.size() > 1)
        m_scope->addItem(tr("%Ln chosen note(s)", nullptr, int(m_rows.size())), Chosen);
    else
        m_scope->addItem(tr("this note"), One);
    if (const auto alike = m_list.alike(m_row).size(); alike > 1)
        m_scope->addItem(tr("%Ln read in the same way", nullptr, int(alike)), Alike);
    if (const auto all = m_list.notes().size(); all > 1)
        m_scope->addItem(tr("all %Ln notes", nullptr, int(all)), All);
}

QModelIndexList ImportSide::scope() const
{
    switch (m_scope->currentData().toInt()) {
    case Alike:
        return m_list.alike(m_row);
    case All:
        return m_list.notes();
    default:
        return m_rows;
    }
}

void ImportSide::correctOne(const std::function<void(ImportedNote &)> &correction)
{
    m_list.correct({m_row}, correction);
    showScopes();
}

void ImportSide::correctMany(const std::function<void(ImportedNote &)> &correction)
{
    m_problem->hide();
    m_list.correct(scope(), correction);
}

void ImportSide::takeDays()
{
    const ImportedNote *note = m_list.note(m_row);
    Period days{m_first->date(), m_last->date()};
    if (!note || !days.first.isValid())
        return;
    if (!days.last.isValid() || days.last < days.first) // the week that begins there, or holds it
        days = Week::of(days.first, m_rules).days(m_rules);
    if (note->draft.fields.covers != days)
        correctOne([&](ImportedNote &each) { correctPeriod(each, days); });
}

void ImportSide::takeNumber()
{
    const ImportedNote *note = m_list.note(m_row);
    const QString text = m_number->text().trimmed();
    const auto number = text.isEmpty() ? SeasonNumber() : SeasonNumber::parse(text);
    if (!note || number == note->draft.fields.number || text == m_row.data(ImportList::NumberRole).toString())
        return;
    m_problem->setVisible(!number);
    m_problem->setText(tr("“%1” is no number of a note; write it as 5.9 or 12.").arg(text));
    if (number)
        correctOne([&](ImportedNote &each) { correctNumber(each, *number); });
}

void ImportSide::takePattern()
{
    const auto pattern = TitlePattern::parse(m_pattern->text(), locale());
    int fitting = 0;
    if (pattern)
        correctMany([&](ImportedNote &note) { fitting += readTitleAs(note, *pattern, m_rules) ? 1 : 0; });
    m_problem->setVisible(fitting == 0);
    m_problem->setText(
        pattern ? tr("None of these titles fits that pattern.")
                : tr("“%1” is no pattern; write it as {season}.{episode:02} — {title}.").arg(m_pattern->text()));
}

} // namespace Weeknotes
