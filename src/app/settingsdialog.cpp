// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settingsdialog.h"

#include "app/background.h"
#include "app/colourfield.h"
#include "app/dialogparts.h"
#include "app/folderfield.h"
#include "app/patternfield.h"
#include "app/picturefield.h"
#include "app/settingexamples.h"
#include "cli/errortext.h"
#include "insight/titlehabit.h"
#include "publisher/templates.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
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
constexpr int sectionsWidth = 44 * Metrics::step;

int heightOf(const QWidget *control)
{
    return control->minimumHeight() > 0 ? control->minimumHeight() : control->sizeHint().height();
}

/// What has the keyboard of it.
QWidget *fieldOf(QWidget *control)
{
    return control->focusProxy() ? control->focusProxy() : control;
}

} // namespace

SettingsDialog::SettingsDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_sections(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_settings(session.shelf().settings())
{
    setWindowTitle(tr("Settings of this library"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(wordTime);
    layOut();
    fillIn();
    findPatterns();
    int whole = 0; // all of each section where the window has the room; the foot has its own
    for (int page = 0; page < m_pages->count(); ++page)
        whole = std::max(whole, static_cast<QScrollArea *>(m_pages->widget(page))->widget()->sizeHint().height());
    whole += 20 * Metrics::step;
    resize(238 * Metrics::step, parent ? std::min(whole, parent->window()->height() - 12 * Metrics::step) : whole);
    connect(&m_soon, &QTimer::timeout, this, &SettingsDialog::save);
    connect(this, &QDialog::finished, this, &SettingsDialog::save);
    connect(&session, &Session::shelfChanged, this, &SettingsDialog::follow);
    connect(&session, &Session::opening, this, &QDialog::reject);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::layOut()
{
    m_sections->setProperty("role", u"sections"_s);
    m_sections->setFixedWidth(sectionsWidth);
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->setAccessibleName(tr("Sections"));
    addWeekSection();
    addWritingSections();
    addPageSections();
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_sections);
    row->addWidget(hairline(QFrame::VLine, this));
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(hairline(QFrame::HLine, this));
    column->addLayout(makeEnd());
}

QBoxLayout *SettingsDialog::makeEnd()
{
    QLabel *where = wrappedLabel(m_session.isReadOnly() ? tr("This library can’t be written to.")
                                                        : tr("These settings belong to the library and go with it. "
                                                             "Changes count at once."),
                                 u"small"_s, this);
    QPushButton *close = plainButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *end = new QHBoxLayout;
    end->setContentsMargins(6 * Metrics::step, 3 * Metrics::step, 6 * Metrics::step, 4 * Metrics::step);
    end->setSpacing(4 * Metrics::step);
    end->addWidget(where, 1);
    end->addWidget(close);
    return end;
}

void SettingsDialog::addWeekSection()
{
    const QLocale locale;
    std::vector<Choice> days;
    for (int i = 0; i < 7; ++i) { // beginning with the one that people here are used to
        const int day = (locale.firstDayOfWeek() - 1 + i) % 7 + 1;
        LibrarySettings settings;
        settings.week.start = Qt::DayOfWeek(day);
        days.push_back({settingValue(settings, u"week-start"_s).value_or(QString()), locale.standaloneDayName(day)});
    }
    QGridLayout *grid = addSection(tr("The week"));
    addChoices(grid, u"week-start"_s, tr("Weeks &start on"), days);
    addChoices(
        grid, u"week-numbering"_s, tr("Week &numbers"),
        {{u"iso"_s, tr("ISO 8601, from the first Thursday")}, {u"first-day"_s, tr("From the week of 1 January")}});
    addChoices(grid, u"week-naming"_s, tr("A week is na&med by"),
               {{u"commencing"_s, tr("Its first day, w/c")}, {u"ending"_s, tr("Its last day, w/e")}});
    addChoices(grid, u"grace-until"_s, tr("&Last week opens through"), days);
}

void SettingsDialog::addWritingSections()
{
    addPattern(addSection(tr("Titles")), tr("Title &pattern"));
    QGridLayout *grid =
        addSection(tr("Weeks in a row"),
                   tr("A run is how many weeks you have written without leaving one out. A pause does not end it."));
    addSwitch(grid, u"run-shown"_s, tr("S&how the run below the text"));
    addSwitch(grid, u"run-late"_s, tr("&Count notes that were written late"));
    addSwitch(grid, u"run-fortnight"_s, tr("Count a &fortnight as two weeks"));
}

void SettingsDialog::addPageSections()
{
    QGridLayout *grid = addSection(tr("Author"), tr("Who writes, as pages, feeds and files say it."));
    addText(grid, u"author"_s, tr("&Author"), tr("none"));
    addPicture(grid, tr("Picture"));
    addText(grid, u"language"_s, tr("Lan&guage"), tr("as the system, %1").arg(QLocale().bcp47Name()));

    grid = addSection(tr("Pages"), tr("How each page looks, whether it stands alone or on a site."));
    addColour(grid, tr("Colour"));
    addSwitch(grid, u"page-drop-cap"_s, tr("&Begin texts with a large letter"));
    addLines(grid, u"page-footer"_s, tr("&Footer"), tr("Markdown, such as a licence or where to write to"), 3);
    addTemplates(grid, tr("&Templates"));

    grid = addSection(tr("Site"), tr("What stands around the pages where they are a site."));
    addText(grid, u"base-url"_s, tr("Site a&ddress"), u"https://…"_s);
    addText(grid, u"site-title"_s, tr("&Title"), tr("as the author"));
    addText(grid, u"site-description"_s, tr("&In a sentence"), tr("none"));
    addLines(grid, u"site-about"_s, tr("A&bout you"), tr("Markdown, for a page of its own"), 6);
}

QGridLayout *SettingsDialog::addSection(const QString &words, const QString &more)
{
    auto *page = new QWidget(this);
    page->setProperty("role", u"side"_s);
    auto *area = new QScrollArea(this);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(area);
    m_sections->addItem(words);
    QLabel *what = wrappedLabel(more, u"second"_s, page);
    what->setVisible(!more.isEmpty());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(4 * Metrics::step);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnMinimumWidth(1, controlWidth);
    grid->setColumnStretch(2, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 6 * Metrics::step);
    column->setSpacing(Metrics::step);
    column->addWidget(wrappedLabel(words, u"display"_s, page));
    column->addWidget(what);
    column->addSpacing(2 * Metrics::step);
    column->addLayout(grid);
    column->addStretch(1);
    return grid;
}

void SettingsDialog::addRow(QGridLayout *grid, const QString &key, const QString &words, QWidget *control,
                            std::function<void(const QString &value)> show)
{
    const int row = grid->rowCount();
    auto *section = static_cast<QScrollArea *>(m_pages->widget(m_pages->count() - 1));
    Row made{control, wrappedLabel({}, u"second"_s, this), wrappedLabel({}, u"attention"_s, this), section,
             std::move(show)};
    control->setObjectName(key);
    control->setEnabled(!m_session.isReadOnly());
    made.example->setObjectName(key + u"-example"_s);
    made.problem->setObjectName(key + u"-problem"_s);
    made.problem->hide();
    if (!words.isEmpty()) {
        auto *label = new QLabel(words, this);
        label->setMinimumHeight(Metrics::control + 2 * Metrics::step);
        label->setBuddy(fieldOf(control));
        QString name = words;
        control->setAccessibleName(name.remove(u'&'));
        const bool isTall = heightOf(control) > 2 * Metrics::control;
        grid->addWidget(label, row, 0, isTall ? Qt::AlignTop : Qt::AlignVCenter); // it speaks of the first line
    }
    grid->addWidget(control, row, 1, Qt::AlignVCenter);
    grid->addWidget(made.example, row, 2, Qt::AlignVCenter);
    grid->addWidget(made.problem, row + 1, 1, 1, 2);
    grid->setRowMinimumHeight(row, Metrics::control + 2 * Metrics::step);
    m_rows.insert(key, made);
}

void SettingsDialog::widenRow(QGridLayout *grid, const QString &key)
{
    const Row &row = m_rows[key];
    const int place = grid->rowCount() - 2;
    row.example->setContentsMargins(0, 0, 0, 2 * Metrics::step);
    grid->setRowMinimumHeight(place, heightOf(row.control) + 2 * Metrics::step);
    grid->removeWidget(row.control);
    grid->removeWidget(row.example);
    grid->removeWidget(row.problem);
    grid->addWidget(row.control, place, 1, 1, 2, Qt::AlignVCenter);
    grid->addWidget(row.example, place + 1, 1, 1, 2);
    grid->addWidget(row.problem, place + 2, 1, 1, 2);
}

void SettingsDialog::addChoices(QGridLayout *grid, const QString &key, const QString &words,
                                const std::vector<Choice> &choices)
{
    auto *box = new QComboBox(this);
    for (const Choice &choice : choices)
        box->addItem(choice.words, choice.value);
    box->setFocusPolicy(Qt::StrongFocus);
    box->installEventFilter(this);
    addRow(grid, key, words, box, [box](const QString &value) { box->setCurrentIndex(box->findData(value)); });
    connect(box, &QComboBox::activated, this, [this, key, box] {
        take(key, box->currentData().toString());
        save();
    });
}

void SettingsDialog::addText(QGridLayout *grid, const QString &key, const QString &words, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(placeholder);
    addRow(grid, key, words, line, [line](const QString &value) {
        if (line->text() != value)
            line->setText(value);
    });
    connect(line, &QLineEdit::textEdited, this, [this, key](const QString &text) { takeSoon(key, text); });
    connect(line, &QLineEdit::editingFinished, this, [this, key, line] {
        take(key, line->text());
        save();
    });
}

void SettingsDialog::addLines(QGridLayout *grid, const QString &key, const QString &words, const QString &placeholder,
                              int shown)
{
    auto *lines = new QPlainTextEdit(this);
    lines->setProperty("role", u"field"_s);
    lines->setPlaceholderText(placeholder);
    lines->setTabChangesFocus(true);
    lines->setFixedHeight(shown * int(interfaceType().normal.line) + 5 * Metrics::step);
    addRow(grid, key, words, lines, [lines](const QString &value) {
        const QSignalBlocker blocker(lines);
        if (lines->toPlainText().trimmed() != value)
            lines->setPlainText(value);
    });
    widenRow(grid, key);
    connect(lines, &QPlainTextEdit::textChanged, this, [this, key, lines] { takeSoon(key, lines->toPlainText()); });
}

void SettingsDialog::addSwitch(QGridLayout *grid, const QString &key, const QString &words)
{
    auto *box = new QCheckBox(words, this);
    addRow(grid, key, {}, box, [box](const QString &value) { box->setChecked(value == "yes"_L1); });
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
    addRow(grid, key, words, m_pattern, [this](const QString &value) { m_pattern->setText(value); });
    widenRow(grid, key);
    connect(m_pattern, &PatternField::textEdited, this, [this, key](const QString &text) { takeSoon(key, text); });
    connect(m_pattern, &PatternField::editingFinished, this, [this, key] {
        take(key, m_pattern->text());
        save();
    });
}

void SettingsDialog::addPicture(QGridLayout *grid, const QString &words)
{
    const auto key = u"page-picture"_s;
    m_picture = new PictureField(this);
    addRow(grid, key, words, m_picture, [this](const QString &value) {
        m_picture->setPicture(QByteArray::fromBase64(value.toLatin1()));
        m_picture->setAuthor(m_settings.author);
    });
    widenRow(grid, key);
    connect(m_picture, &PictureField::chosen, this, [this, key](const QByteArray &picture) {
        take(key, QString::fromLatin1(picture.toBase64()));
        save();
    });
    connect(m_picture, &PictureField::failed, this, [this, key](const Error &error) {
        sayProblem(
            key, error.kind == Error::Kind::BadValue
                     ? tr("No picture could be read there: it may be a JPEG, PNG, WebP or GIF file.")
                 : error.kind == Error::Kind::TooLarge
                     ? tr("That picture is larger than %1.").arg(QLocale().formattedDataSize(error.detail.toLongLong()))
                     : errorText(error));
    });
}

void SettingsDialog::addColour(QGridLayout *grid, const QString &words)
{
    const auto key = u"page-colour"_s;
    auto *colour = new ColourField(this);
    addRow(grid, key, words, colour, [colour](const QString &value) { colour->setValue(value); });
    widenRow(grid, key);
    connect(colour, &ColourField::chosen, this, [this, key](const QString &value) {
        take(key, value);
        save();
    });
}

void SettingsDialog::addTemplates(QGridLayout *grid, const QString &words)
{
    const auto key = u"page-templates"_s;
    auto *folder = new FolderField(tr("Choose the folder with templates"), tr("built in"), this);
    addRow(grid, key, words, folder, [folder](const QString &value) { folder->setText(value); });
    widenRow(grid, key);
    connect(folder, &FolderField::chosen, this, [this, key](const QString &text) {
        take(key, text);
        save();
    });
}

void SettingsDialog::showTemplates()
{
    const auto key = u"page-templates"_s;
    ++m_looks;
    if (m_untaken.contains(key))
        return;
    if (m_settings.page.templates.isEmpty())
        return sayProblem(key, {});
    inBackground([folder = m_settings.page.templates] {
        QStringList there = QDir(folder).entryList(templateNames(), QDir::Files, QDir::Name);
        return QDir(folder).exists() ? std::optional(there) : std::nullopt;
    }).then(this, [this, key, look = m_looks](const std::optional<QStringList> &there) {
        if (look != m_looks)
            return;
        const QString problem = there ? QString() : tr("There is no such folder: no page can be written without it.");
        if (m_rows[key].problem->text() != problem)
            sayProblem(key, problem, m_pages->currentWidget() == m_rows[key].section);
        QString words;
        if (there && there->isEmpty())
            words = tr("It has none yet; those built in are %1.").arg(templateNames().join(u", "_s));
        else if (there)
            words = tr("In the place of those built in: %1.").arg(there->join(u", "_s));
        m_rows[key].example->setText(words);
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
    else if (!set && key == "page-templates"_L1)
        problem = tr("The folder is a whole path, such as /home/….");
    else if (!set && key == "page-picture"_L1)
        problem = tr("This picture is no portrait that pages can show.");
    sayProblem(key, problem);
    if (!set)
        return;
    if (changed != m_settings)
        m_unsaved.insert(key, text);
    m_settings = changed;
    static const QHash<QString, QStringList> typed{
        {u"author"_s, {u"author"_s, u"page-picture"_s, u"site-title"_s}},
        {u"base-url"_s, {u"base-url"_s}},
        {u"language"_s, {u"language"_s, u"title-pattern"_s}},
        {u"title-pattern"_s, {u"title-pattern"_s}},
    };
    if (key == "author"_L1)
        m_picture->setAuthor(m_settings.author);
    const bool isOfPages = key.startsWith("page-"_L1) || key.startsWith("site-"_L1);
    showExamples(isOfPages ? QStringList{key} : typed.value(key));
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
        row.show(settingValue(m_settings, key).value_or(QString()));
    }
    showExamples();
}

void SettingsDialog::showExamples(const QStringList &keys)
{
    const SettingExamples examples(m_settings, m_session.shelf());
    for (const QString &key : keys.isEmpty() ? m_rows.keys() : keys) {
        m_rows[key].example->setText(m_untaken.contains(key) ? QString() : examples.text(key));
        if (key == "page-templates"_L1)
            showTemplates();
    }
}

void SettingsDialog::sayProblem(const QString &key, const QString &problem, bool reveal)
{
    const Row &row = m_rows[key];
    row.problem->setText(problem);
    row.problem->setVisible(!problem.isEmpty());
    fieldOf(row.control)->setAccessibleDescription(problem);
    if (problem.isEmpty() || !reveal)
        return;
    showSetting(key);
    const auto bringIntoView = [row] {
        for (QWidget *part : std::initializer_list<QWidget *>{row.problem, row.control})
            row.section->ensureWidgetVisible(part, 0, 2 * Metrics::step);
    };
    QMetaObject::invokeMethod(this, bringIntoView, Qt::QueuedConnection); // the sentence has its place by then
}

void SettingsDialog::showSetting(const QString &key)
{
    if (const auto row = m_rows.constFind(key); row != m_rows.cend())
        m_sections->setCurrentRow(m_pages->indexOf(row->section));
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
