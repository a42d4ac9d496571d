// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notedetails.h"

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

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // this may be an answer to its click
        }
        delete item;
    }
}

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
    , m_first(dayField(this, tr("First day")))
    , m_last(dayField(this, tr("Last day")))
    , m_fit(new QLabel(this))
    , m_wrongDay(new QWidget(this))
    , m_status(new QComboBox(this))
    , m_author(new QLineEdit(this))
    , m_language(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
    , m_written(makeDay(tr("&Written")))
    , m_published(makeDay(tr("Pu&blished")))
    , m_address(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    for (const NoteKind kind : {NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post})
        m_kind->addItem(kindName(kind), int(kind));
    for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published})
        m_status->addItem(statusName(status), int(status));
    m_problem->setProperty("role", u"attention"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *halves = new QHBoxLayout;
    halves->setSpacing(8 * Metrics::step);
    halves->addLayout(layOutDays());
    halves->addLayout(layOutRest(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addLayout(halves, 1);
    column->addWidget(m_problem);
    setTabOrder(m_number, m_kind);
    fillIn();
    connectFields();
}

PeriodCalendar *NoteDetails::makeCalendar()
{
    PeriodCalendar::Ground ground{m_shelf.rules(), m_shelf.today(), {}, {}};
    for (const NoteHeader &note : m_shelf.notes()) {
        if (note.id == m_id || note.fields.kind == NoteKind::Post || !note.fields.covers)
            continue;
        const QString number = m_numbers.text(note.fields.number);
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
    return {new QCheckBox(words, this), dayField(this, name.remove(u'&'))};
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
    form->addRow(tr("&Number"), m_number);
    form->addRow(QString(), m_offers);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("&Status"), m_status);
    form->addRow(m_written.known, m_written.date);
    form->addRow(m_published.known, m_published.date);
    form->addRow(tr("A&ddress"), m_address);
    form->addRow(tr("&Author"), m_author);
    form->addRow(tr("&Language"), m_language);
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
    connect(m_first, &QDateEdit::dateChanged, this, &NoteDetails::takeDates);
    connect(m_last, &QDateEdit::dateChanged, this, &NoteDetails::takeDates);
    connect(m_written.known, &QCheckBox::clicked, this, &NoteDetails::takeWritten);
    connect(m_written.date, &QDateEdit::dateChanged, this, &NoteDetails::takeWritten);
    connect(m_published.known, &QCheckBox::clicked, this, &NoteDetails::takePublished);
    connect(m_published.date, &QDateEdit::dateChanged, this, &NoteDetails::takePublished);
    connect(m_status, &QComboBox::activated, this, [this] {
        m_fields.status = NoteStatus(m_status->currentData().toInt());
        change();
    });
    connect(m_author, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_fields.author = text.trimmed();
        change();
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
    m_number->setText(m_numbers.text(m_fields.number));
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
    day.date->setDate(date.value_or(m_shelf.today()));
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
    if (m_calendar->period() != m_fields.covers)
        m_calendar->setPeriod(m_fields.covers);
    showFit();
    showNumbers();
}

void NoteDetails::showNumbers()
{
    clear(m_offers);
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
        auto *chip = new QPushButton(offeredNumber(number, m_shelf), this);
        chip->setProperty("role", u"chip"_s);
        chip->setAutoDefault(false);
        chip->setToolTip(number == said ? tr("As the title says") : tr("Use this number"));
        chip->setAccessibleDescription(chip->toolTip());
        connect(chip, &QPushButton::clicked, this, [this, number] {
            m_number->setText(m_numbers.text(number));
            m_fields.number = number;
            say({});
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

    clear(m_wrongDay->layout());
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
        return say(tr("A number looks like 3.09, S3-ep6 or #67."));
    say({});
    m_fields.number = *number;
    showNumbers();
    change();
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
        return say(tr("The first day comes after the last."));
    takePeriod(period);
}

void NoteDetails::takePeriod(const std::optional<Period> &period)
{
    say({});
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
    change();
}

void NoteDetails::takeLanguage(const QString &text)
{
    LibrarySettings known; // which knows what is a language
    if (!setSetting(known, u"language"_s, text))
        return say(tr("No language has this code; it looks like en-GB or fr."));
    say({});
    m_fields.language = known.language;
    change();
}

void NoteDetails::takeAddress()
{
    LibrarySettings known; // and what is an address
    if (!setSetting(known, u"base-url"_s, m_address->text()))
        return say(tr("An address begins with https:// or http://."));
    say({});
    if (m_fields.canonical == known.baseUrl)
        return;
    m_fields.canonical = known.baseUrl;
    change();
}

void NoteDetails::change()
{
    Q_EMIT edited(m_fields);
}

void NoteDetails::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    adjustSize();
}

} // namespace Weeknotes
