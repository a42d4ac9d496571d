// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seasondialog.h"

#include "app/background.h"
#include "app/patternfield.h"
#include "app/role.h"
#include "app/settingexamples.h"
#include "app/twolinedelegate.h"
#include "cli/errortext.h"
#include "style/typography.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>

#include <chrono>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr int seasonDetailRole = Qt::UserRole + 1;
constexpr int seasonRole = Qt::UserRole + 2;
constexpr int seasonsWidth = 60 * Metrics::step;
constexpr int mostSeason = 999;
constexpr int mostEpisode = 9999;
constexpr auto nameTime = 400ms;

/// What a season says below its name: how many notes it has, and from when to when.
QString seasonDetail(const std::vector<NoteHeader> &notes, int season, const QString &count)
{
    std::optional<Period> span;
    for (const NoteHeader &note : notes) {
        if (note.fields.number.season != season)
            continue;
        const QDate day = sortDay(note);
        span = span ? Period{std::min(span->first, day), std::max(span->last, day)} : Period{day, day};
    }
    return span ? count + u" · "_s + monthsText(*span, QLocale()) : count;
}

QListView *makeList(QStandardItemModel *model, const QString &name, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setModel(model);
    list->setItemDelegate(new TwoLineDelegate(seasonDetailRole, list));
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setAccessibleName(name);
    return list;
}

} // namespace

SeasonDialog::SeasonDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_rows(new QStandardItemModel(this))
    , m_changes(new QStandardItemModel(this))
    , m_list(makeList(m_rows, tr("Seasons"), this))
    , m_none(new QLabel(
          tr("No note has a season yet. Give a note a number such as 1.01 in its details, and season 1 begins."), this))
    , m_page(makePage())
{
    setWindowTitle(tr("Seasons"));
    resize(200 * Metrics::step, 150 * Metrics::step);
    m_soon.setSingleShot(true);
    m_soon.setInterval(nameTime);
    layOut();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        save();
        showSeason();
    });
    connect(m_name, &QLineEdit::textEdited, this, &SeasonDialog::take);
    connect(m_pattern, &PatternField::textEdited, this, &SeasonDialog::take);
    connect(&m_soon, &QTimer::timeout, this, &SeasonDialog::save);
    connect(this, &QDialog::finished, this, &SeasonDialog::save);
    connect(m_season, &QSpinBox::valueChanged, this, &SeasonDialog::showPreview);
    connect(m_episode, &QSpinBox::valueChanged, this, &SeasonDialog::showPreview);
    connect(m_titles, &QCheckBox::clicked, this, &SeasonDialog::showPreview);
    connect(m_renumber, &QPushButton::clicked, this, [this] {
        const Renumbering wanted = renumbering();
        accept();
        Q_EMIT renumberRequested(wanted);
    });
    connect(&session, &Session::shelfChanged, this, &SeasonDialog::load);
    connect(&session, &Session::opening, this, &QDialog::reject);
    load();
    findPatterns();
}

void SeasonDialog::layOut()
{
    m_list->setFixedWidth(seasonsWidth);
    m_none->setProperty("role", u"second"_s);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::VLine);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(line);
    row->addWidget(m_none, 1);
    row->addWidget(m_page, 1);
}

QWidget *SeasonDialog::makePage()
{
    auto *page = new QWidget(this);
    page->setProperty("role", u"paper"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    m_title = new QLabel(page);
    m_name = new QLineEdit(page);
    m_pattern = new PatternField(page);
    m_example = new QLabel(page);
    m_problem = new QLabel(page);
    m_season = new QSpinBox(page);
    m_episode = new QSpinBox(page);
    m_titles = new QCheckBox(tr("Change &titles too"), page);
    m_preview = makeList(m_changes, tr("Numbers before and after"), page);
    m_words = new QLabel(page);
    m_renumber = new QPushButton(page);
    auto *close = new QPushButton(tr("Close"), page);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 4 * Metrics::step);
    grid->setHorizontalSpacing(4 * Metrics::step);
    grid->setVerticalSpacing(2 * Metrics::step);
    grid->setColumnStretch(1, 1);
    addHead(grid);
    addNumbers(grid);
    auto *end = new QHBoxLayout;
    end->setSpacing(2 * Metrics::step);
    end->addWidget(m_words, 1);
    end->addWidget(m_renumber);
    end->addWidget(close);
    grid->addLayout(end, grid->rowCount(), 0, 1, 2);
    m_renumber->setProperty("role", u"primary"_s);
    for (QPushButton *button : {m_renumber, close})
        button->setAutoDefault(false);
    return page;
}

void SeasonDialog::addHead(QGridLayout *grid)
{
    m_title->setProperty("role", u"display"_s);
    m_name->setPlaceholderText(tr("none"));
    m_example->setProperty("role", u"second"_s);
    m_problem->setProperty("role", u"attention"_s);
    for (QLabel *label : {m_title, m_example, m_problem, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    const auto label = [this](const QString &words, QWidget *field) {
        auto *made = new QLabel(words, m_title->parentWidget());
        made->setBuddy(field);
        return made;
    };
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(label(tr("&Name"), m_name), 1, 0);
    grid->addWidget(m_name, 1, 1);
    grid->addWidget(label(tr("Title &pattern"), &m_pattern->line()), 2, 0);
    grid->addWidget(m_pattern, 2, 1);
    grid->addWidget(m_example, 3, 1);
    grid->addWidget(m_problem, 4, 1);
    m_name->setAccessibleName(tr("Name"));
}

void SeasonDialog::addNumbers(QGridLayout *grid)
{
    QWidget *page = m_title->parentWidget();
    auto *line = new QFrame(page);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *heading = new QLabel(tr("Renumber this season"), page);
    heading->setProperty("role", u"heading"_s);
    m_season->setRange(0, mostSeason);
    m_season->setAccessibleName(tr("New number of the season"));
    m_episode->setRange(0, mostEpisode);
    m_episode->setAccessibleName(tr("First episode"));
    m_titles->setChecked(true);
    m_words->setProperty("role", u"attention"_s);
    auto *season = new QLabel(tr("&Season becomes"), page);
    season->setBuddy(m_season);
    auto *episode = new QLabel(tr("first &episode"), page);
    episode->setBuddy(m_episode);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_season);
    row->addWidget(episode);
    row->addWidget(m_episode);
    row->addSpacing(2 * Metrics::step);
    row->addWidget(m_titles);
    row->addStretch(1);
    grid->setRowMinimumHeight(5, 2 * Metrics::step);
    grid->addWidget(line, 6, 0, 1, 2);
    grid->addWidget(heading, 7, 0, 1, 2);
    grid->addWidget(season, 8, 0);
    grid->addLayout(row, 8, 1);
    grid->addWidget(m_preview, 9, 0, 1, 2);
    grid->setRowStretch(9, 1);
}

std::optional<int> SeasonDialog::season() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::optional(current.data(seasonRole).toInt()) : std::nullopt;
}

SeasonLook SeasonDialog::look() const
{
    const auto current = season();
    if (current && m_edited == current)
        return m_look;
    const SeasonLooks &looks = m_session.shelf().settings().seasons;
    const auto found = current ? looks.find(*current) : looks.end();
    return found == looks.end() ? SeasonLook() : found->second;
}

void SeasonDialog::load()
{
    std::set<int, std::greater<>> seasons; // the newest first
    for (const NoteHeader &note : m_session.shelf().notes()) {
        if (note.fields.number.season)
            seasons.insert(*note.fields.number.season);
    }
    const auto before = season();
    const QSignalBlocker quiet(m_list->selectionModel());
    m_rows->clear();
    int row = 0;
    for (const int each : seasons) {
        const auto &looks = m_session.shelf().settings().seasons;
        const auto found = looks.find(each);
        const QString name = found == looks.end() ? QString() : found->second.name;
        const auto notes = std::ranges::count_if(
            m_session.shelf().notes(), [each](const NoteHeader &note) { return note.fields.number.season == each; });
        auto *item = new QStandardItem(seasonName(each, name));
        item->setData(seasonDetail(m_session.shelf().notes(), each, tr("%Ln note(s)", nullptr, int(notes))),
                      seasonDetailRole);
        item->setData(each, seasonRole);
        m_rows->appendRow(item);
        if (each == before)
            row = m_rows->rowCount() - 1;
    }
    m_list->setCurrentIndex(m_rows->index(row, 0));
    m_none->setVisible(seasons.empty());
    m_page->setVisible(!seasons.empty());
    if (season() == before && before)
        showPreview(); // what is being entered stays
    else
        showSeason();
}

void SeasonDialog::showSeason()
{
    const auto current = season();
    if (!current)
        return;
    const SeasonLook shown = look();
    m_title->setText(seasonName(*current));
    m_name->setText(shown.name);
    m_pattern->setText(shown.pattern);
    const auto first = firstEpisodeOf(m_session.shelf().notes(), *current);
    const QSignalBlocker season(m_season);
    const QSignalBlocker episode(m_episode);
    m_season->setValue(*current);
    m_episode->setValue(first.value_or(0));
    m_episode->setEnabled(first.has_value());
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_pattern, m_season})
        field->setEnabled(!m_session.isReadOnly());
    say({});
    showPattern();
    offerPatterns();
    showPreview();
}

SeasonNumber SeasonDialog::firstNumber() const
{
    const int number = season().value_or(1);
    return {number, firstEpisodeOf(m_session.shelf().notes(), number).value_or(1)};
}

void SeasonDialog::showPattern()
{
    const QString own = m_pattern->text();
    const LibrarySettings &settings = m_session.shelf().settings();
    const QString &all = settings.titlePattern;
    const QString title = SettingExamples(settings, m_session.shelf()).title(own.isEmpty() ? all : own, firstNumber());
    m_example->setText(!own.isEmpty()  ? title
                       : all.isEmpty() ? tr("Titles are left to you.")
                                       : tr("As in all seasons: %1").arg(title));
}

void SeasonDialog::findPatterns()
{
    const QString &language = m_session.shelf().settings().language;
    inBackground([notes = m_session.shelf().notes(), locale = language.isEmpty() ? QLocale() : QLocale(language)] {
        return titleSeries(notes, locale);
    }).then(this, [this](const std::vector<TitleSeries> &series) {
        m_series = series;
        offerPatterns();
    });
}

void SeasonDialog::offerPatterns()
{
    const auto fits = [](const QString &pattern) {
        return pattern.contains("{title}"_L1) && pattern.contains("{season}"_L1);
    };
    const SettingExamples examples(m_session.shelf().settings(), m_session.shelf());
    const auto choice = [&, number = firstNumber()](const QString &pattern, const QString &remark) {
        return PatternField::Choice{pattern, examples.title(pattern, number), remark};
    };
    std::vector<PatternField::Choice> found;
    for (const TitleSeries &each : m_series) {
        const QString &pattern = each.pattern.pattern();
        if (fits(pattern))
            found.push_back(choice(pattern, tr("%Ln note(s)", nullptr, each.titles)));
    }
    std::vector<PatternField::Choice> common;
    for (const TitlePattern &each : TitlePattern::common()) {
        if (fits(each.pattern()) && !std::ranges::contains(found, each.pattern(), &PatternField::Choice::pattern))
            common.push_back(choice(each.pattern(), {}));
    }
    m_pattern->setChoices(found, common);
}

void SeasonDialog::take()
{
    say(m_pattern->problem());
    if (!m_pattern->problem().isEmpty())
        return m_example->clear();
    m_look = {m_name->text().trimmed(), m_pattern->text().trimmed()};
    m_edited = season();
    m_soon.start();
    showPattern();
}

void SeasonDialog::save()
{
    m_soon.stop();
    const auto edited = std::exchange(m_edited, {});
    if (!edited)
        return;
    m_session.notebook()
        .changeSettings([season = *edited, look = m_look](LibrarySettings &settings) {
            if (look.isEmpty())
                settings.seasons.erase(season);
            else
                settings.seasons.insert_or_assign(season, look);
        })
        .then(this, [this](const Result<LibrarySettings> &saved) {
            if (!saved)
                say(errorText(saved.error()));
        });
}

Renumbering SeasonDialog::renumbering() const
{
    return {season().value_or(0), m_season->value(),
            m_episode->isEnabled() ? std::optional(m_episode->value()) : std::nullopt, m_titles->isChecked()};
}

void SeasonDialog::showPreview()
{
    const std::vector<NoteHeader> &notes = m_session.shelf().notes();
    const std::vector<NumberChange> changes = numberChanges(notes, renumbering());
    const NumberHabit numbers = m_session.shelf().numbers();
    std::vector<NoteHeader> changed(changes.size());
    for (size_t i = 0; i < changes.size(); ++i) {
        changed[i].fields.number = changes[i].after;
        changed[i].fields.title = changes[i].titleAfter;
    }
    const NumberHabit newNumbers(changed, m_session.shelf().settings().seasons);
    m_changes->clear();
    for (const NumberChange &change : changes) {
        const QString before = numbers.text(change.before, change.titleBefore);
        const QString after = newNumbers.text(change.after, change.titleAfter);
        const QString title = change.titleAfter.isEmpty() ? tr("Untitled") : change.titleAfter;
        auto *item = new QStandardItem(before + u" → "_s + after);
        item->setData(title, seasonDetailRole);
        item->setData(tr("%1 becomes %2, “%3”").arg(before, after, title), Qt::AccessibleTextRole);
        m_changes->appendRow(item);
    }
    const int taken = numbersTaken(changes, notes);
    setRole(m_words, taken > 0 ? u"attention"_s : u"small"_s);
    m_words->setText(taken > 0 ? tr("%Ln of the new numbers belong to other notes already.", nullptr, taken)
                     : changes.empty()
                         ? tr("Choose another season or first episode, and see here what each note becomes.")
                         : QString());
    m_renumber->setText(changes.empty() ? tr("&Renumber") : tr("&Renumber %Ln note(s)", nullptr, int(changes.size())));
    m_renumber->setEnabled(!changes.empty() && !m_session.isReadOnly());
}

void SeasonDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_pattern->line().setAccessibleDescription(problem);
}

} // namespace Weeknotes
