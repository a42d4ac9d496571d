// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsdialog.h"

#include "app/background.h"
#include "app/patternfield.h"
#include "app/settingexamples.h"
#include "cli/errortext.h"
#include "insight/titlehabit.h"
#include "style/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto wordTime = 400ms; // a word is typed by then
constexpr int labelWidth = 38 * Metrics::step;
constexpr int controlWidth = 58 * Metrics::step;

QLabel *wrappedLabel(const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// What has the keyboard of it.
QWidget *fieldOf(QWidget *control)
{
    return control->focusProxy() ? control->focusProxy() : control;
}

} // namespace

SettingsDialog::SettingsDialog(Session &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_settings(session.shelf().settings())
{
    setWindowTitle(tr("Settings of this library"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(wordTime);
    layOut();
    fillIn();
    findPatterns();
    // All of it where the window has the room; the foot has its own.
    const int whole = m_area->widget()->sizeHint().height() + 20 * Metrics::step;
    resize(200 * Metrics::step, parent ? std::min(whole, parent->window()->height() - 12 * Metrics::step) : whole);
    connect(&m_soon, &QTimer::timeout, this, &SettingsDialog::save);
    connect(this, &QDialog::finished, this, &SettingsDialog::save);
    connect(&session, &Session::shelfChanged, this, &SettingsDialog::follow);
    connect(&session, &Session::opening, this, &QDialog::reject);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::layOut()
{
    auto *page = new QWidget(this);
    page->setProperty("role", u"side"_s);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(6 * Metrics::step, 2 * Metrics::step, 6 * Metrics::step, 6 * Metrics::step);
    grid->setHorizontalSpacing(4 * Metrics::step);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnMinimumWidth(1, controlWidth);
    grid->setColumnStretch(2, 1);
    addSections(grid);
    grid->setRowStretch(grid->rowCount(), 1);

    m_area = new QScrollArea(this);
    m_area->setWidget(page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *where = wrappedLabel(u"small"_s, this);
    where->setText(m_session.isReadOnly()
                       ? tr("This library can’t be written to.")
                       : tr("These settings belong to the library and go with it. Changes count at once."));
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *end = new QHBoxLayout;
    end->setContentsMargins(6 * Metrics::step, 3 * Metrics::step, 6 * Metrics::step, 4 * Metrics::step);
    end->setSpacing(4 * Metrics::step);
    end->addWidget(where, 1);
    end->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_area, 1);
    column->addWidget(line);
    column->addLayout(end);
}

void SettingsDialog::addSections(QGridLayout *grid)
{
    const QLocale locale;
    std::vector<Choice> days;
    for (int i = 0; i < 7; ++i) { // beginning with the one that people here are used to
        const int day = (locale.firstDayOfWeek() - 1 + i) % 7 + 1;
        LibrarySettings settings;
        settings.week.start = Qt::DayOfWeek(day);
        days.push_back({settingValue(settings, u"week-start"_s).value_or(QString()), locale.standaloneDayName(day)});
    }
    addHeading(grid, tr("The week"));
    addChoices(grid, u"week-start"_s, tr("Weeks &start on"), days);
    addChoices(
        grid, u"week-numbering"_s, tr("Week &numbers"),
        {{u"iso"_s, tr("ISO 8601, from the first Thursday")}, {u"first-day"_s, tr("From the week of 1 January")}});
    addChoices(grid, u"week-naming"_s, tr("A week is na&med by"),
               {{u"commencing"_s, tr("Its first day, w/c")}, {u"ending"_s, tr("Its last day, w/e")}});
    addChoices(grid, u"grace-until"_s, tr("&Last week opens through"), days);

    addHeading(grid, tr("Titles"));
    addPattern(grid, tr("Title &pattern"));

    addHeading(grid, tr("Weeks in a row"),
               tr("A run is how many weeks you have written without leaving one out. A pause does not end it."));
    addSwitch(grid, u"run-shown"_s, tr("S&how the run below the text"));
    addSwitch(grid, u"run-late"_s, tr("&Count notes that were written late"));
    addSwitch(grid, u"run-fortnight"_s, tr("Count a &fortnight as two weeks"));

    addHeading(grid, tr("Pages"));
    addText(grid, u"author"_s, tr("&Author"), tr("none"));
    addText(grid, u"language"_s, tr("Lan&guage"), tr("as the system, %1").arg(locale.bcp47Name()));
    addText(grid, u"base-url"_s, tr("Site a&ddress"), u"https://…"_s);
}

void SettingsDialog::addHeading(QGridLayout *grid, const QString &words, const QString &more)
{
    int row = grid->rowCount();
    if (!m_rows.isEmpty()) {
        auto *line = new QFrame(this);
        line->setProperty("role", u"hairline"_s);
        line->setFrameShape(QFrame::HLine);
        grid->setRowMinimumHeight(row++, 4 * Metrics::step);
        grid->addWidget(line, row++, 0, 1, 3);
    }
    auto *heading = new QLabel(words, this);
    heading->setProperty("role", u"display"_s);
    grid->setRowMinimumHeight(row++, 4 * Metrics::step);
    grid->addWidget(heading, row++, 0, 1, 3);
    if (more.isEmpty())
        return grid->setRowMinimumHeight(row, 2 * Metrics::step);
    auto *label = wrappedLabel(u"second"_s, this);
    label->setText(more);
    label->setContentsMargins(0, Metrics::step, 0, Metrics::step);
    grid->addWidget(label, row, 0, 1, 3);
}

void SettingsDialog::addRow(QGridLayout *grid, const QString &key, const QString &words, QWidget *control)
{
    const int row = grid->rowCount();
    Row made{control, wrappedLabel(u"second"_s, this), wrappedLabel(u"attention"_s, this)};
    control->setObjectName(key);
    control->setEnabled(!m_session.isReadOnly());
    made.example->setObjectName(key + u"-example"_s);
    made.problem->setObjectName(key + u"-problem"_s);
    made.problem->hide();
    if (!words.isEmpty()) {
        auto *label = new QLabel(words, this);
        label->setBuddy(fieldOf(control));
        QString name = words;
        control->setAccessibleName(name.remove(u'&'));
        grid->addWidget(label, row, 0, Qt::AlignVCenter);
    }
    grid->addWidget(control, row, 1, Qt::AlignVCenter);
    grid->addWidget(made.example, row, 2, Qt::AlignVCenter);
    grid->addWidget(made.problem, row + 1, 1, 1, 2);
    grid->setRowMinimumHeight(row, Metrics::control + 2 * Metrics::step);
    m_rows.insert(key, made);
}

void SettingsDialog::addChoices(QGridLayout *grid, const QString &key, const QString &words,
                                const std::vector<Choice> &choices)
{
    auto *box = new QComboBox(this);
    for (const Choice &choice : choices)
        box->addItem(choice.words, choice.value);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    addRow(grid, key, words, box);
    connect(box, &QComboBox::activated, this, [this, key, box] {
        take(key, box->currentData().toString());
        save();
    });
}

void SettingsDialog::addText(QGridLayout *grid, const QString &key, const QString &words, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(placeholder);
    addRow(grid, key, words, line);
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString &text) { takeSoon(key, text); });
    connect(line, &QLineEdit::editingFinished, this, [this, key, line] {
        take(key, line->text());
        save();
    });
}

void SettingsDialog::addSwitch(QGridLayout *grid, const QString &key, const QString &words)
{
    auto *box = new QCheckBox(words, this);
    addRow(grid, key, {}, box);
    grid->addWidget(box, grid->rowCount() - 2, 0, 1, 2, Qt::AlignVCenter); // its words are its label
    connect(box, &QCheckBox::clicked, this, [this, key](bool on) {
        take(key, on ? u"yes"_s : u"no"_s);
        save();
    });
}

void SettingsDialog::addPattern(QGridLayout *grid, const QString &words)
{
    const auto key = u"title-pattern"_s;
    m_pattern = new PatternField(this);
    addRow(grid, key, words, m_pattern);
    // It is as wide as it can be, and what it comes to stands below.
    const Row &row = m_rows[key];
    const int place = grid->rowCount() - 2;
    grid->removeWidget(m_pattern);
    grid->removeWidget(row.example);
    grid->removeWidget(row.problem);
    grid->addWidget(m_pattern, place, 1, 1, 2, Qt::AlignVCenter);
    grid->addWidget(row.example, place + 1, 1, 1, 2);
    grid->addWidget(row.problem, place + 2, 1, 1, 2);
    connect(m_pattern, &PatternField::textEdited, this, [this, key](const QString &text) { takeSoon(key, text); });
    connect(m_pattern, &PatternField::editingFinished, this, [this, key] {
        take(key, m_pattern->text());
        save();
    });
}

void SettingsDialog::findPatterns()
{
    using Choices = std::vector<PatternField::Choice>;
    const QLocale locale = m_settings.language.isEmpty() ? QLocale() : QLocale(m_settings.language);
    inBackground([notes = m_session.shelf().notes(), locale] {
        return titleSeries(notes, locale);
    }).then(this, [this](const std::vector<TitleSeries> &series) {
        Choices found;
        QSet<QString> known;
        const SettingExamples examples(m_settings, m_session.shelf());
        for (const TitleSeries &each : series) {
            const QString pattern = each.pattern.pattern();
            const QString example = examples.title(pattern);
            known.insert(example);
            found.push_back({pattern, example, tr("%Ln note(s)", nullptr, each.titles)});
        }
        Choices common;
        for (const TitlePattern &each : TitlePattern::common()) {
            const QString example = examples.title(each.pattern());
            if (each.pattern().contains("{title}"_L1) && !known.contains(example))
                common.push_back({each.pattern(), example, {}});
            known.insert(example);
        }
        m_pattern->setChoices(found, common);
    });
}

bool SettingsDialog::read(LibrarySettings &settings, const QString &key, const QString &text)
{
    if (setSetting(settings, key, text)) {
        m_untaken.remove(key);
        return true;
    }
    m_untaken.insert(key);
    m_rows[key].example->clear();
    return false;
}

void SettingsDialog::take(const QString &key, const QString &text)
{
    LibrarySettings changed = m_settings;
    const bool set = read(changed, key, text);
    QString problem;
    if (!set && key == "language"_L1)
        problem = tr("The language is a code such as en-GB or fr.");
    else if (!set && key == "base-url"_L1)
        problem = tr("The site address begins with https:// or http://.");
    else if (!set && key == "title-pattern"_L1)
        problem = m_pattern->problem();
    sayProblem(key, problem);
    if (!set)
        return;
    if (changed != m_settings)
        m_unsaved.insert(key, text);
    m_settings = changed;
    static const QHash<QString, QStringList> typed{
        {u"author"_s, {u"author"_s}},
        {u"base-url"_s, {u"base-url"_s}},
        {u"language"_s, {u"language"_s, u"title-pattern"_s}},
        {u"title-pattern"_s, {u"title-pattern"_s}},
    };
    showExamples(typed.value(key));
}

void SettingsDialog::takeSoon(const QString &key, const QString &text)
{
    LibrarySettings changed = m_settings;
    if (!read(changed, key, text))
        return; // not yet, or not at all: that is said when the field is left
    take(key, text);
    m_soon.start();
}

void SettingsDialog::save()
{
    m_soon.stop();
    if (m_unsaved.isEmpty())
        return;
    ++m_saving;
    const auto changes = std::exchange(m_unsaved, {});
    m_session.notebook()
        .changeSettings([changes](LibrarySettings &settings) {
            for (const auto &[key, text] : changes.asKeyValueRange())
                std::ignore = setSetting(settings, key, text);
        })
        .then(this, [this, first = changes.constBegin().key()](const Result<LibrarySettings> &saved) {
            --m_saving;
            if (!saved)
                sayProblem(first, errorText(saved.error()));
        });
}

void SettingsDialog::follow()
{
    if (m_saving == 0 && m_unsaved.isEmpty() && m_settings != m_session.shelf().settings()) {
        m_settings = m_session.shelf().settings();
        fillIn();
    }
    showExamples();
}

void SettingsDialog::fillIn()
{
    for (const auto &[key, row] : m_rows.asKeyValueRange()) {
        if (m_untaken.contains(key))
            continue; // somebody is at it
        const QString value = settingValue(m_settings, key).value_or(QString());
        if (auto *box = qobject_cast<QComboBox *>(row.control))
            box->setCurrentIndex(box->findData(value));
        else if (auto *check = qobject_cast<QCheckBox *>(row.control))
            check->setChecked(value == "yes"_L1);
        else if (auto *line = qobject_cast<QLineEdit *>(row.control); line && line->text() != value)
            line->setText(value);
        else if (auto *pattern = qobject_cast<PatternField *>(row.control))
            pattern->setText(value);
    }
    showExamples();
}

void SettingsDialog::showExamples(const QStringList &keys)
{
    const SettingExamples examples(m_settings, m_session.shelf());
    for (const QString &key : keys.isEmpty() ? m_rows.keys() : keys)
        m_rows[key].example->setText(m_untaken.contains(key) ? QString() : examples.text(key));
}

void SettingsDialog::sayProblem(const QString &key, const QString &problem)
{
    const Row &row = m_rows[key];
    row.problem->setText(problem);
    row.problem->setVisible(!problem.isEmpty());
    fieldOf(row.control)->setAccessibleDescription(problem);
    if (problem.isEmpty())
        return;
    const auto reveal = [this, row] {
        for (QWidget *part : std::initializer_list<QWidget *>{row.problem, row.control})
            m_area->ensureWidgetVisible(part, 0, 2 * Metrics::step);
    };
    QMetaObject::invokeMethod(this, reveal, Qt::QueuedConnection); // the sentence has its place by then
}

bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the page, and sets what it happens to pass over only where that was chosen.
    if (event->type() == QEvent::Wheel && watched->isWidgetType() && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Weeknotes
