// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notedetails.h"

#include "app/clearlayout.h"
#include "app/dayfield.h"
#include "app/periodcalendar.h"
#include "app/weekwords.h"
#include "core/isotext.h"
#include "core/newnote.h"
#include "core/periodfit.h"
#include "insight/titleweek.h"
#include "style/typography.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int fieldWidth = 52 * Metrics::step;
constexpr qsizetype mostOverlaps = 3; // named one by one

} // namespace

NoteDetails::NoteDetails(const NoteFields &fields, const NoteId &id, const Shelf &shelf, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_fields(fields)
    , m_id(id)
    , m_shelf(shelf)
    , m_numbers(m_shelf.numbers())
    , m_lastPeriod(fields.covers.value_or(Week::of(shelf.today(), shelf.rules()).days(shelf.rules())))
    , m_number(new QLineEdit(this))
    , m_rest(new QFormLayout)
    , m_offers(new QHBoxLayout)
    , m_kind(new QComboBox(this))
    , m_dated(new QCheckBox(tr("&Covers these days"), this))
    , m_calendar(makeCalendar())
    , m_first(new DayField(shelf.today(), tr("First day"), this))
    , m_last(new DayField(shelf.today(), tr("Last day"), this))
    , m_fit(new QLabel(this))
    , m_wrongDay(new QWidget(this))
    , m_status(new QComboBox(this))
    , m_author(new QLineEdit(this))
    , m_language(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
    , m_written(makeDay(tr("&Written")))
    , m_published(makeDay(tr("Pu&blished")))
    , m_address(new QLineEdit(this))
    , m_told(fields)
{
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    for (const NoteKind kind : {NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post})
        m_kind->addItem(kindName(kind), int(kind));
    for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published})
        m_status->addItem(statusName(status), int(status));

    auto *halves = new QHBoxLayout;
    halves->setSpacing(8 * Metrics::step);
    halves->addLayout(layOutDays());
    halves->addLayout(layOutRest(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addLayout(halves, 1);
    const QList<QWidget *> order{m_dated,          m_calendar, m_first,         m_last,         m_number,
                                 m_kind,           m_status,   m_written.known, m_written.date, m_published.known,
                                 m_published.date, m_address,  m_author,        m_language,     m_tags};
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(order[at - 1], order[at]);
    fillIn();
    connectFields();
    installEventFilter(this);
    for (QLineEdit *field : findChildren<QLineEdit *>()) // they keep the keys of undo for themselves
        field->installEventFilter(this);
}

PeriodCalendar *NoteDetails::makeCalendar()
{
    PeriodCalendar::Ground ground{m_shelf.rules(), m_shelf.today(), {}, {}};
    for (const NoteHeader &note : m_shelf.notes()) {
        if (note.id == m_id || note.fields.kind == NoteKind::Post || !note.fields.covers)
            continue;
        const QString number = m_numbers.text(note.fields.number, note.fields.title);
        const bool isUsual = note.fields.kind == NoteKind::Weeknote;
        ground.notes.push_back(
            {*note.fields.covers, number.isEmpty() && !isUsual ? kindName(note.fields.kind) : number});
    }
    for (const Pause &pause : m_shelf.timeline().pauses)
        ground.pauses.push_back(pause.days(m_shelf.today()));
    return new PeriodCalendar(std::move(ground), this);
}

NoteDetails::Day NoteDetails::makeDay(const QString &words)
{
    QString name = words;
    return {new QCheckBox(words, this), new DayField(m_shelf.today(), name.remove(u'&'), this)};
}

QVBoxLayout *NoteDetails::layOutDays()
{
    auto *dates = new QHBoxLayout;
    dates->setSpacing(2 * Metrics::step);
    dates->addWidget(m_first, 1);
    dates->addWidget(new QLabel(u"–"_s, this));
    dates->addWidget(m_last, 1);
    m_fit->setProperty("role", u"small"_s);
    m_fit->setWordWrap(true);
    m_fit->setTextFormat(Qt::PlainText);
    m_fit->setFixedWidth(m_calendar->sizeHint().width());
    auto *wrong = new QVBoxLayout(m_wrongDay);
    wrong->setContentsMargins({});
    wrong->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(2 * Metrics::step);
    column->addWidget(m_dated);
    column->addWidget(m_calendar);
    column->addLayout(dates);
    column->addWidget(makeProblem(m_first));
    column->addWidget(m_fit);
    column->addWidget(m_wrongDay);
    column->addStretch(1);
    return column;
}

QFormLayout *NoteDetails::layOutRest()
{
    m_number->setMinimumWidth(fieldWidth);
    m_number->setPlaceholderText(tr("none"));
    m_author->setPlaceholderText(tr("the library’s author"));
    m_language->setPlaceholderText(tr("the library’s language"));
    m_tags->setPlaceholderText(tr("none; commas between them"));
    m_address->setPlaceholderText(u"https://…"_s);
    m_offers->setSpacing(Metrics::step);
    QFormLayout *form = m_rest;
    form->setSpacing(2 * Metrics::step);
    form->setHorizontalSpacing(4 * Metrics::step);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto addProblem = [&](QWidget *field) {
        form->addRow(QString(), makeProblem(field));
        form->setRowVisible(form->rowCount() - 1, false);
    };
    form->addRow(tr("&Number"), m_number);
    addProblem(m_number);
    form->addRow(QString(), m_offers);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Status"), m_status);
    form->addRow(m_written.known, m_written.date);
    form->addRow(m_published.known, m_published.date);
    form->addRow(tr("A&ddress"), m_address);
    addProblem(m_address);
    form->addRow(tr("&Author"), m_author);
    form->addRow(tr("&Language"), m_language);
    addProblem(m_language);
    form->addRow(tr("&Tags"), m_tags);
    for (int row = 0; row < form->rowCount(); ++row) { // the words at the height of what stands beside them
        if (const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole); label && label->widget())
            label->widget()->setMinimumHeight(Metrics::control);
    }
    return form;
}

void NoteDetails::connectFields()
{
    connect(m_number, &QLineEdit::textEdited, this, &NoteDetails::takeNumber);
    connect(m_kind, &QComboBox::activated, this, &NoteDetails::takeKind);
    connect(m_dated, &QCheckBox::clicked, this,
            [this](bool dated) { takePeriod(dated ? std::optional(m_lastPeriod) : std::nullopt); });
    connect(m_calendar, &PeriodCalendar::periodChosen, this, &NoteDetails::takePeriod);
    connect(m_first, &DayField::dateChanged, this, &NoteDetails::takeDates);
    connect(m_last, &DayField::dateChanged, this, &NoteDetails::takeDates);
    connect(m_written.known, &QCheckBox::clicked, this, &NoteDetails::takeWritten);
    connect(m_written.date, &DayField::dateChanged, this, &NoteDetails::takeWritten);
    connect(m_published.known, &QCheckBox::clicked, this, &NoteDetails::takePublished);
    connect(m_published.date, &DayField::dateChanged, this, &NoteDetails::takePublished);
    connect(m_status, &QComboBox::activated, this, [this] {
        m_fields.status = NoteStatus(m_status->currentData().toInt());
        change();
    });
    connect(m_author, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_fields.author = text.trimmed();
        change(m_author);
    });
    connect(m_language, &QLineEdit::textEdited, this, &NoteDetails::takeLanguage);
    connect(m_tags, &QLineEdit::textEdited, this, &NoteDetails::takeTags);
    connect(m_address, &QLineEdit::editingFinished, this, &NoteDetails::takeAddress);
}

void NoteDetails::popUp(const QPoint &globalTopLeft)
{
    adjustSize();
    QPoint place = globalTopLeft;
    if (const QScreen *on = screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - size().width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - size().height())));
    }
    move(place);
    show();
    m_number->setFocus();
    m_number->selectAll();
}

void NoteDetails::fillIn()
{
    m_number->setText(m_numbers.text(m_fields.number, m_fields.title));
    m_status->setCurrentIndex(m_status->findData(int(m_fields.status)));
    m_author->setText(m_fields.author);
    m_language->setText(m_fields.language);
    m_tags->setText(m_fields.tags.join(u", "_s));
    m_address->setText(m_fields.canonical.toString());
    fillDay(m_written, m_fields.written);
    fillDay(m_published, m_fields.published.transform([](const QDateTime &moment) { return moment.date(); }));
    showDays();
}

void NoteDetails::fillDay(const Day &day, const std::optional<QDate> &date)
{
    const QSignalBlocker quiet(day.date);
    day.known->setChecked(date.has_value());
    day.date->setEnabled(date.has_value());
    day.date->setDate(date.value_or(std::min(m_lastPeriod.last, m_shelf.today()))); // most likely then
}

void NoteDetails::showDays()
{
    const QSignalBlocker first(m_first);
    const QSignalBlocker last(m_last);
    m_kind->setCurrentIndex(m_kind->findData(int(m_fields.kind)));
    m_dated->setChecked(m_fields.covers.has_value());
    for (QWidget *part : std::initializer_list<QWidget *>{m_calendar, m_first, m_last})
        part->setEnabled(m_fields.covers.has_value());
    if (m_fields.covers)
        m_lastPeriod = *m_fields.covers;
    m_first->setDate(m_lastPeriod.first);
    m_last->setDate(m_lastPeriod.last);
    if (!m_fields.written)
        fillDay(m_written, {});
    if (!m_fields.published)
        fillDay(m_published, {});
    if (m_calendar->period() != m_fields.covers)
        m_calendar->setPeriod(m_fields.covers);
    showFit();
    showNumbers();
}

void NoteDetails::showNumbers()
{
    clearLayout(m_offers);
    std::vector<SeasonNumber> offered;
    const SeasonNumber said = numberSaid(m_fields.title, m_shelf.timeline().titlePattern);
    if (m_fields.kind != NoteKind::Post)
        offered = numbersToOffer(m_shelf.notes(), m_fields.covers, m_id);
    const bool isOther = !m_fields.number.isEmpty() && !std::ranges::contains(offered, m_fields.number);
    if (isOther && !numberIsDouble()) // it has its place already
        offered.clear();
    if (m_fields.kind != NoteKind::Post && !said.isEmpty() && !std::ranges::contains(offered, said))
        offered.insert(offered.begin(), said);
    std::erase(offered, m_fields.number);
    m_rest->setRowVisible(m_offers, !offered.empty());
    for (const SeasonNumber &number : offered) {
        auto *chip = new QPushButton(offeredNumber(number, m_shelf, m_numbers), this);
        chip->setProperty("role", u"chip"_s);
        chip->setAutoDefault(false);
        chip->setToolTip(number == said ? tr("As the title says") : tr("Use this number"));
        chip->setAccessibleDescription(chip->toolTip());
        connect(chip, &QPushButton::clicked, this, [this, number] {
            m_number->setText(m_numbers.text(number, m_fields.title));
            m_fields.number = number;
            say(m_number, {});
            showNumbers();
            change();
            m_number->setFocus();
        });
        m_offers->addWidget(chip);
    }
    m_offers->addStretch(1);
}

bool NoteDetails::numberIsDouble() const
{
    return std::ranges::any_of(m_shelf.notes(), [this](const NoteHeader &note) {
        return note.id != m_id && note.fields.number == m_fields.number;
    });
}

void NoteDetails::showFit()
{
    const auto grow = qScopeGuard([this] { adjustSize(); }); // by what is said below the calendar
    QStringList lines;
    if (m_fields.covers && m_fields.kind != NoteKind::Post) {
        const PeriodFit fit =
            fitOf(*m_fields.covers, m_id, m_shelf.notes(), m_shelf.timeline().pauses, m_shelf.today());
        lines = fitWords(fit, m_shelf, mostOverlaps);
    }
    m_fit->setText(lines.join(u'\n'));
    m_fit->setVisible(!lines.isEmpty());

    clearLayout(m_wrongDay->layout());
    const auto wrong = wrongWeekDay(m_fields, m_shelf.rules(), m_shelf.today(), QLocale());
    m_wrongDay->setVisible(wrong.has_value());
    if (!wrong)
        return;
    auto *words = new QLabel(wrongDayWords(*wrong), m_wrongDay);
    words->setProperty("role", u"small"_s);
    words->setWordWrap(true);
    words->setFixedWidth(m_calendar->sizeHint().width());
    m_wrongDay->layout()->addWidget(words);
    const auto offer = [this](const QString &text, const std::function<void()> &fix) {
        auto *button = new QPushButton(text, m_wrongDay);
        button->setProperty("role", u"link"_s);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, fix);
        m_wrongDay->layout()->addWidget(button);
        m_wrongDay->layout()->setAlignment(button, Qt::AlignLeft);
    };
    if (m_fields.covers != wrong->week)
        offer(useDayWords(*wrong), [this, week = wrong->week] { takePeriod(week); });
    if (!wrong->title.isEmpty())
        offer(tr("Correct the title"), [this, title = wrong->title] {
            m_fields.title = title;
            showFit();
            showNumbers();
            change();
        });
}

void NoteDetails::takeNumber(const QString &text)
{
    const auto number = text.trimmed().isEmpty() ? SeasonNumber() : SeasonNumber::parse(text.trimmed());
    if (!number)
        return say(m_number, tr("A number looks like 3.09, S3-ep6 or #67."));
    say(m_number, {});
    m_fields.number = *number;
    showNumbers();
    change(m_number);
}

void NoteDetails::takeKind()
{
    m_fields.kind = NoteKind(m_kind->currentData().toInt());
    if (m_fields.covers && m_fields.kind == NoteKind::Weeknote)
        m_fields.covers->last = m_fields.covers->first.addDays(6);
    if (m_fields.covers && m_fields.kind == NoteKind::Fortnight && m_fields.covers->days() < 14)
        m_fields.covers->first = m_fields.covers->last.addDays(-13);
    showDays();
    change();
}

void NoteDetails::takeDates()
{
    const Period period{m_first->date(), m_last->date()};
    if (!period.isValid())
        return say(m_first, tr("The first day comes after the last."));
    takePeriod(period);
}

void NoteDetails::takePeriod(const std::optional<Period> &period)
{
    say(m_first, {});
    m_fields.covers = period;
    if (period && m_fields.kind != NoteKind::Post)
        m_fields.kind = kindForDays(period->days());
    showDays();
    change();
}

void NoteDetails::takeWritten()
{
    m_written.date->setEnabled(m_written.known->isChecked());
    m_fields.written = m_written.known->isChecked() ? std::optional(m_written.date->date()) : std::nullopt;
    change();
}

void NoteDetails::takePublished()
{
    m_published.date->setEnabled(m_published.known->isChecked());
    const QDate day = m_published.date->date();
    if (!m_published.known->isChecked())
        m_fields.published.reset();
    else if (!m_fields.published || m_fields.published->date() != day) // else the hour is known
        m_fields.published = noonOf(day);
    change();
}

void NoteDetails::takeTags(const QString &text)
{
    m_fields.tags.clear();
    for (const QString &part : text.split(u',')) {
        if (const QString tag = part.trimmed(); !tag.isEmpty() && !m_fields.tags.contains(tag))
            m_fields.tags << tag;
    }
    change(m_tags);
}

void NoteDetails::takeLanguage(const QString &text)
{
    LibrarySettings known; // which knows what is a language
    if (!setSetting(known, u"language"_s, text))
        return say(m_language, tr("No language has this code; it looks like en-GB or fr."));
    say(m_language, {});
    m_fields.language = known.language;
    change(m_language);
}

void NoteDetails::takeAddress()
{
    LibrarySettings known; // and what is an address
    if (!setSetting(known, u"base-url"_s, m_address->text()))
        return say(m_address, tr("An address begins with https:// or http://."));
    say(m_address, {});
    if (m_fields.canonical == known.baseUrl)
        return;
    m_fields.canonical = known.baseUrl;
    change();
}

void NoteDetails::change(const QLineEdit *typedIn)
{
    if (m_fields == m_told)
        return;
    if (!typedIn || typedIn != m_typedIn)
        m_steps.push_back(m_told);
    m_typedIn = typedIn;
    m_told = m_fields;
    Q_EMIT edited(m_fields);
}

void NoteDetails::takeBack()
{
    while (!m_steps.empty() && m_steps.back() == m_fields) // typed, and taken back in the field
        m_steps.pop_back();
    if (m_steps.empty())
        return;
    m_fields = m_told = m_steps.back();
    m_steps.pop_back();
    m_typedIn = nullptr;
    for (const auto &[field, problem] : m_problems.asKeyValueRange())
        say(field, {});
    fillIn();
    Q_EMIT edited(m_fields);
}

/// Later than closing, which takes what stands in a field.
void NoteDetails::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT left();
}

/// A field that has something to undo does it itself.
bool NoteDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
        return QFrame::eventFilter(watched, event);
    const auto *line = qobject_cast<QLineEdit *>(watched);
    if (line && line->isUndoAvailable())
        return false;
    takeBack();
    return true;
}

QLabel *NoteDetails::makeProblem(QWidget *field)
{
    auto *problem = new QLabel(this);
    problem->setProperty("role", u"attention"_s);
    problem->setWordWrap(true);
    problem->hide();
    m_problems.insert(field, problem);
    return problem;
}

void NoteDetails::say(QWidget *field, const QString &words)
{
    QLabel *problem = m_problems.value(field);
    problem->setText(words);
    field->setAccessibleDescription(words);
    if (m_rest->indexOf(problem) >= 0)
        m_rest->setRowVisible(problem, !words.isEmpty());
    else
        problem->setVisible(!words.isEmpty());
    adjustSize();
}

} // namespace Weeknotes
