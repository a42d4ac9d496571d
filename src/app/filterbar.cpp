// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filterbar.h"

#include "app/announce.h"
#include "app/clearlayout.h"
#include "app/flowlayout.h"
#include "app/menutext.h"
#include "app/namedialog.h"
#include "app/role.h"
#include "style/typography.h"
#include "timeline/timelinemodel.h"

#include <QActionGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qsizetype mostWords = 24; // in one menu; the field takes any

template <typename Values, typename Value> Values toggled(Values values, const Value &value)
{
    const auto found = std::ranges::find(values, value);
    if (found == values.end())
        values.push_back(value);
    else
        values.erase(found);
    return values;
}

QString kindText(NoteKind kind)
{
    const QString name = kindName(kind);
    return name.first(1).toUpper() + name.sliced(1);
}

/// One part of a filter, and the filter without it.
struct FilterPart
{
    QString text;
    NoteFilter without;
};

/// All but its words.
std::vector<FilterPart> partsOf(const NoteFilter &filter)
{
    std::vector<FilterPart> parts;
    const auto addEach = [&](auto member, auto text) {
        for (const auto &value : filter.*member) {
            NoteFilter without = filter;
            without.*member = toggled(without.*member, value);
            parts.push_back({text(value), without});
        }
    };
    const auto asIs = [](const QString &text) { return text; };
    addEach(&NoteFilter::seasons, [](int season) { return seasonName(season); });
    addEach(&NoteFilter::years, [](int year) { return QString::number(year); });
    addEach(&NoteFilter::statuses, statusName);
    addEach(&NoteFilter::kinds, kindText);
    addEach(&NoteFilter::tags, [](const QString &tag) { return u'#' + tag; });
    addEach(&NoteFilter::people, asIs);
    addEach(&NoteFilter::sections, asIs);
    for (const auto &[flag, text] : {std::pair(&NoteFilter::withImage, FilterBar::tr("Image")),
                                     std::pair(&NoteFilter::withPrivatePassage, FilterBar::tr("Private passage"))}) {
        if (!(filter.*flag))
            continue;
        parts.push_back({text, filter});
        parts.back().without.*flag = false;
    }
    return parts;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_chips(new QWidget(this))
    , m_count(new QLabel(m_chips))
    , m_nothing(new QLabel(this))
    , m_search(new QPushButton(this))
{
    m_words->setPlaceholderText(tr("Filter by title, number or tag"));
    m_words->setAccessibleName(tr("Filter the timeline by title, number or tag"));
    m_words->installEventFilter(this);
    m_button->setText(tr("Show"));
    m_button->setAccessibleName(tr("What the timeline shows"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_count->setProperty("role", u"small"_s);
    m_count->setMinimumHeight(6 * Metrics::step); // as a chip's
    auto *flow = new FlowLayout(m_chips);
    flow->setContentsMargins({});
    flow->setSpacing(Metrics::step);
    m_nothing->setProperty("role", u"second"_s);
    m_nothing->setWordWrap(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_chips, m_nothing, m_search})
        part->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::sideMargin, 2 * Metrics::step, Metrics::sideMargin, 2 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addLayout(row);
    column->addWidget(m_chips);
    column->addWidget(m_nothing);
    column->addWidget(m_search, 0, Qt::AlignLeft);

    connect(m_words, &QLineEdit::textEdited, this, [this](const QString &text) {
        NoteFilter filter = m_choice.filter;
        filter.text = text;
        take(filter);
    });
    connect(m_search, &QPushButton::clicked, this, [this] { Q_EMIT searchRequested(m_choice.filter.text); });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        Q_EMIT optionsRequested();
        fillMenu();
    });
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    switch (press->key()) {
    case Qt::Key_Down:
        Q_EMIT listRequested();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Words like "season:5" become chips now that they are whole.
        if (NoteFilter typed = NoteFilter::fromText(m_words->text()); typed.text != m_words->text()) {
            NoteFilter filter = m_choice.filter;
            filter.text.clear();
            show(NoteFilter::fromText((filter.toText() + u' ' + m_words->text()).trimmed()));
            Q_EMIT choiceChanged(m_choice);
        }
        Q_EMIT listRequested();
        return true;
    case Qt::Key_Escape:
        if (m_choice.filter.isEmpty())
            Q_EMIT left();
        else
            take({});
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void FilterBar::setOptions(const FilterOptions &options)
{
    m_options = options;
    if (m_menu->isVisible() && !m_menu->activeAction()) // else somebody is on the way through it
        fillMenu();
}

void FilterBar::setChoice(const TimelineChoice &choice)
{
    m_choice.grouping = choice.grouping;
    if (m_naming) // it would be another one's
        m_naming->reject();
    show(choice.filter);
}

void FilterBar::show(const NoteFilter &filter)
{
    m_choice.filter = filter;
    if (m_words->text() != filter.text)
        m_words->setText(filter.text);
    fillChips();
    showSearch();
}

void FilterBar::showSearch()
{
    const QString words = m_choice.filter.text.simplified();
    const QString text = tr("Search the notes for “%1”");
    m_search->setText(
        menuText(text.arg(m_search->fontMetrics().elidedText(words, Qt::ElideRight, 32 * Metrics::step))));
    m_search->setAccessibleName(text.arg(words));
    m_search->setVisible(!words.isEmpty());
}

void FilterBar::take(const NoteFilter &filter)
{
    show(filter);
    Q_EMIT choiceChanged(m_choice);
}

void FilterBar::showCount(int shown, int all)
{
    m_count->setText(tr("%1 of %Ln note(s)", nullptr, all).arg(QLocale().toString(shown)));
    m_chips->setVisible(!m_choice.filter.isEmpty());
    NoteFilter wordsAlone;
    wordsAlone.text = m_choice.filter.text;
    const QString nothing = shown > 0 || all == 0           ? QString()
                            : m_choice.filter == wordsAlone ? tr("No title, number or tag has these words.")
                                                            : tr("No note is like that.");
    if (const QString before = m_nothing->text(); nothing != before) {
        m_nothing->setText(nothing);
        m_nothing->setVisible(!nothing.isEmpty());
        if (!nothing.isEmpty())
            announce(m_words, m_search->isHidden() ? nothing : nothing + u' ' + m_search->accessibleName());
    }
    setRole(m_search, shown == 0 ? QString() : u"details"_s); // what to do next, or a quiet line
}

template <typename Value, typename Text>
void FilterBar::addValues(const QString &title, const std::vector<Value> &values,
                          std::vector<Value> NoteFilter::*chosen, Text text)
{
    QMenu *menu = m_menu->addMenu(title);
    menu->setEnabled(!values.empty());
    for (const Value &value : values) {
        QAction *action = menu->addAction(menuText(text(value)), this, [this, chosen, value] {
            NoteFilter filter = m_choice.filter;
            filter.*chosen = toggled(filter.*chosen, value);
            take(filter);
        });
        action->setCheckable(true);
        action->setChecked(std::ranges::contains(m_choice.filter.*chosen, value));
    }
}

void FilterBar::addWords(const QString &title, const QStringList &values, QStringList NoteFilter::*chosen)
{
    QMenu *menu = m_menu->addMenu(title);
    menu->setEnabled(!values.isEmpty());
    QStringList shown = values.first(std::min(mostWords, values.size()));
    shown.sort(Qt::CaseInsensitive);
    for (const QString &value : std::as_const(shown)) {
        QAction *action = menu->addAction(menuText(value), this, [this, chosen, value] {
            NoteFilter filter = m_choice.filter;
            filter.*chosen = toggled(filter.*chosen, value);
            take(filter);
        });
        action->setCheckable(true);
        action->setChecked((m_choice.filter.*chosen).contains(value));
    }
}

void FilterBar::fillMenu()
{
    m_menu->clear(); // of its actions; what they led to goes too
    for (QObject *each : m_menu->findChildren<QObject *>(Qt::FindDirectChildrenOnly)) {
        if (qobject_cast<QMenu *>(each) || qobject_cast<QActionGroup *>(each))
            each->deleteLater();
    }
    using Grouping = TimelineChoice::Grouping;
    auto *groups = new QActionGroup(m_menu);
    for (const auto &[grouping, text] :
         {std::pair(Grouping::Seasons, tr("By &season")), std::pair(Grouping::Months, tr("By year and &month"))}) {
        QAction *action = m_menu->addAction(text, this, [this, grouping] {
            m_choice.grouping = grouping;
            Q_EMIT choiceChanged(m_choice);
        });
        action->setCheckable(true);
        action->setChecked(m_choice.grouping == grouping);
        groups->addAction(action);
    }
    m_menu->addSeparator();
    addValues(tr("S&eason"), m_options.seasons, &NoteFilter::seasons, [](int season) { return seasonName(season); });
    addValues(tr("&Year"), m_options.years, &NoteFilter::years, [](int year) { return QString::number(year); });
    addValues(tr("S&tatus"), {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published}, &NoteFilter::statuses,
              statusName);
    addValues(tr("&Kind"), {NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post},
              &NoteFilter::kinds, kindText);
    addWords(tr("T&ag"), m_options.tags, &NoteFilter::tags);
    addWords(tr("&Person"), m_options.people, &NoteFilter::people);
    addWords(tr("Se&ction"), m_options.sections, &NoteFilter::sections);
    for (const auto &[flag, text] : {std::pair(&NoteFilter::withImage, tr("With an &image")),
                                     std::pair(&NoteFilter::withPrivatePassage, tr("With a p&rivate passage"))}) {
        QAction *action = m_menu->addAction(text, this, [this, flag] {
            NoteFilter filter = m_choice.filter;
            filter.*flag = !(filter.*flag);
            take(filter);
        });
        action->setCheckable(true);
        action->setChecked(m_choice.filter.*flag);
    }
    addViews();
}

void FilterBar::addViews()
{
    m_menu->addSeparator();
    const QString now = m_choice.filter.toText();
    for (const NamedView &view : m_options.views) {
        QAction *action =
            m_menu->addAction(menuText(view.name), this, [this, view] { take(NoteFilter::fromText(view.filter)); });
        action->setCheckable(true);
        action->setChecked(view.filter == now);
    }
    QAction *keep = m_menu->addAction(tr("Keep this &view…"), this, &FilterBar::askForName);
    keep->setEnabled(!m_choice.filter.isEmpty());
    const auto kept = std::ranges::find(m_options.views, now, &NamedView::filter);
    if (kept != m_options.views.end()) {
        m_menu->addAction(tr("Forget “%1”").arg(menuText(kept->name)), this,
                          [this, name = kept->name] { Q_EMIT viewRemoved(name); });
    }
    QAction *all = m_menu->addAction(tr("Show all &notes"), this, [this] { take({}); });
    all->setEnabled(!m_choice.filter.isEmpty());
}

void FilterBar::askForName()
{
    QStringList known;
    for (const NamedView &view : m_options.views)
        known << view.name;
    const auto problemOf = [](const QString &name) { return name.isEmpty() ? tr("Give it a name first.") : QString(); };
    m_naming = new NameDialog({.title = tr("Keep this view"),
                               .about = tr("The menu Show will have this filter under a name."),
                               .field = tr("Name of the view"),
                               .take = tr("Keep"),
                               .replaces = tr("This replaces the view “%1”."),
                               .replace = tr("Replace")},
                              known, problemOf, window());
    m_naming->setAttribute(Qt::WA_DeleteOnClose);
    QStringList parts;
    for (const FilterPart &part : partsOf(m_choice.filter))
        parts << part.text;
    if (!m_choice.filter.text.isEmpty())
        parts << m_choice.filter.text;
    m_naming->propose(parts.join(u" · "_s));
    connect(m_naming, &NameDialog::named, this,
            [this, filter = m_choice.filter.toText()](const QString &name) { Q_EMIT viewKept({name, filter}); });
    m_naming->open();
}

void FilterBar::fillChips()
{
    QLayout *flow = m_chips->layout();
    flow->removeWidget(m_count);
    clearLayout(flow);
    for (const FilterPart &part : partsOf(m_choice.filter))
        addChip(part.text, part.without);
    flow->addWidget(m_count);
    m_chips->setVisible(!m_choice.filter.isEmpty());
}

void FilterBar::addChip(const QString &text, const NoteFilter &without)
{
    auto *chip = new QToolButton(m_chips);
    chip->setProperty("role", u"chip"_s);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setText(m_chips->fontMetrics().elidedText(text, Qt::ElideRight, 50 * Metrics::step) + u"  ×"_s);
    chip->setAccessibleName(tr("Remove the filter “%1”").arg(text));
    chip->setToolTip(Qt::convertFromPlainText(chip->accessibleName()));
    connect(chip, &QToolButton::clicked, this, [this, without] {
        take(without);
        m_words->setFocus();
    });
    m_chips->layout()->addWidget(chip);
    chip->show();
}

} // namespace Weeknotes
