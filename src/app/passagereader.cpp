// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/passagereader.h"

#include "app/appsettings.h"
#include "app/background.h"
#include "app/links.h"
#include "app/pagesfolder.h"
#include "app/role.h"
#include "app/schemeswitch.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "exporter/exporter.h"
#include "find/matchesinview.h"
#include "markdown/htmlwriter.h"
#include "markdown/plaintext.h"
#include "publisher/post.h"
#include "publisher/words.h"
#include "publisher/writer.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <chrono>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr int newestFirst = 0;     // of the orders
const auto weekScheme = u"week"_s; // of the links of the lines above

/// "5.9 · 16 – 22 Nov 2026".
QString lineAbove(const NoteHeader &note, const NumberHabit &numbers)
{
    const QString number = numbers.text(note.fields.number, note.fields.title);
    const QDate day = sortDay(note);
    const QString days = periodWithYear(note.fields.covers.value_or(Period{day, day}), QLocale());
    return number.isEmpty() ? days : number + u" · "_s + days;
}

Result<Page> writeAnthology(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &document,
                            const QString &library, const QString &folder, const Clock &clock)
{
    if (const auto checked = checkFolder(folder, library, ExportForm::Page); !checked)
        return std::unexpected(checked.error());
    auto open = Library::open(library, clock, Library::Access::ReadOnly);
    if (!open)
        return std::unexpected(open.error());
    const auto source = PostSource::of(**open, clock.today());
    if (!source)
        return std::unexpected(source.error());
    auto maker = PageMaker::make(source->settings());
    if (!maker)
        return std::unexpected(maker.error());
    // A picture that can't be read leaves its description.
    auto page = maker->page(source->anthology(head, document, [](const Error &) {}));
    if (!page)
        return page;
    return writePages(folder, {*page}).transform([&] { return *std::move(page); });
}

} // namespace

PassageReader::PassageReader(Session &session, AppSettings &settings, SchemeSwitch &schemes, Links &links,
                             QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_filter(new QLineEdit(this))
    , m_order(new QComboBox(this))
    , m_copy(new QPushButton(tr("&Copy"), this))
    , m_export(new QPushButton(tr("&Export as page…"), this))
    , m_words(new QLabel(this))
    , m_view(new PreviewView(this))
{
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(60ms);
    connect(&m_soon, &QTimer::timeout, this, &PassageReader::showPassages);
    connect(m_filter, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_order, &QComboBox::currentIndexChanged, this, [this] {
        showPassages();
        m_view->scrollToStart();
    });
    connect(m_copy, &QPushButton::clicked, this, &PassageReader::copy);
    connect(m_export, &QPushButton::clicked, this, &PassageReader::chooseFolder);
    connect(m_view, &PreviewView::filled, this, &PassageReader::mark);
    connect(m_view, &PreviewView::linkActivated, this, [this, &links](const QUrl &target) {
        const auto note = NoteId::parse(target.path());
        if (target.scheme() == weekScheme && note)
            Q_EMIT noteActivated(*note);
        else
            links.follow(target);
    });
    connect(&schemes, &SchemeSwitch::schemeChanged, m_view, &PreviewView::setScheme);
    m_view->setScheme(schemes.scheme());
    m_view->setMissingWords(tr("This picture is missing"));
    m_view->setImageLoader([this](const QString &name, const PreviewView::ImageDone &done) {
        const Markdown::Anthology::Image image = Markdown::Anthology::imageOf(name);
        const auto note = NoteId::parse(image.note);
        if (!note)
            return done({});
        m_session.notebook().image(*note, image.name).then(this, [done](const Result<QByteArray> &encoded) {
            done(encoded.value_or(QByteArray()));
        });
    });
}

void PassageReader::layOut()
{
    m_view->setProperty("role", u"page"_s);
    m_view->setAccessibleName(tr("Passages"));
    m_filter->setPlaceholderText(tr("Filter the passages"));
    m_filter->setAccessibleName(tr("Filter the passages"));
    m_filter->setMaximumWidth(80 * Metrics::step);
    m_order->addItems({tr("Newest first"), tr("Oldest first")});
    m_order->setAccessibleName(tr("Order of the passages"));
    m_words->setProperty("role", u"small"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->hide();
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2 * Metrics::step);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_order);
    bar->addStretch();
    bar->addWidget(m_copy);
    bar->addWidget(m_export);
    auto *above = new QVBoxLayout;
    above->setContentsMargins(4 * Metrics::step, 2 * Metrics::step, 4 * Metrics::step, 2 * Metrics::step);
    above->setSpacing(2 * Metrics::step);
    above->addLayout(bar);
    above->addWidget(m_words);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(line);
    column->addWidget(m_view, 1);
}

void PassageReader::setPassages(const QString &title, const QString &subtitle, std::vector<NotePassage> passages)
{
    const bool another = std::exchange(m_title, title) != title;
    m_subtitle = subtitle;
    m_passages = std::move(passages);
    if (another) {
        m_filter->clear();
        say({});
    }
    showPassages();
    if (another)
        m_view->scrollToStart();
}

void PassageReader::setFinder(Finder finder)
{
    m_finder = std::move(finder);
    mark();
}

void PassageReader::showPassages()
{
    m_soon.stop();
    const QString words = m_filter->text().simplified();
    Markdown::Anthology anthology;
    int shown = 0;
    const NumberHabit numbers = m_session.shelf().numbers();
    const auto add = [&](const NotePassage &each) {
        if (!words.isEmpty() &&
            !Markdown::toPlainText(each.passage.blocks).simplified().contains(words, Qt::CaseInsensitive))
            return;
        const QString id = each.note.id.toString();
        anthology.addDateline(lineAbove(each.note, numbers), weekScheme + u':' + id);
        anthology.add(each.passage, id);
        ++shown;
    };
    if (m_order->currentIndex() == newestFirst)
        std::ranges::for_each(m_passages | std::views::reverse, add);
    else
        std::ranges::for_each(m_passages, add);
    m_document = std::move(anthology).document();
    m_shownSubtitle = words.isEmpty() ? m_subtitle : tr("%Ln passage(s) with “%1”", nullptr, shown).arg(words);
    TitleBlock top;
    top.title = m_title;
    top.subtitle = m_shownSubtitle;
    const QString language = headOf({}, m_session.shelf().settings()).language;
    const PageWords &ours = pageWords(language);
    top.cards = ours.cards;
    top.notes = ours.notes;
    m_view->setHead(top);
    m_view->setDocument(m_document);
    for (QPushButton *button : {m_copy, m_export})
        button->setEnabled(shown > 0);
    mark();
}

void PassageReader::mark()
{
    MatchesInView &found = m_view->found();
    const QString words = m_filter->text().simplified();
    std::vector<TextRange> ranges;
    if (!words.isEmpty())
        ranges = TextFinder(words, {}).find(found.text()).ranges;
    else if (m_finder)
        ranges = m_finder(found.text());
    const int head = m_shownSubtitle.isEmpty() ? 1 : 2; // lines above the passages
    const int begin = m_view->document()->findBlockByNumber(head).position();
    std::erase_if(ranges, [begin](const TextRange &range) { return range.begin < begin; });
    found.set(std::move(ranges));
    m_view->viewport()->update();
}

NoteHeader PassageReader::head() const
{
    NoteHeader head;
    head.fields.kind = NoteKind::Post;
    head.fields.title = m_title;
    head.fields.subtitle = m_shownSubtitle;
    return head;
}

void PassageReader::copy()
{
    auto *copied = new QMimeData; // the clipboard owns it
    const QString title = Markdown::HtmlWriter::escaped(m_title);
    copied->setHtml("<h1>"_L1 + title + "</h1>\n"_L1 + Markdown::HtmlWriter().write(*m_document));
    copied->setText(m_title + "\n\n"_L1 + Markdown::toPlainText(*m_document));
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("Copied. Paste it wherever you write."));
}

void PassageReader::chooseFolder()
{
    askForPagesFolder(this, m_settings, [this](const QString &folder) { exportTo(folder); });
}

void PassageReader::exportTo(const QString &folder)
{
    m_export->setEnabled(false);
    say(tr("Writing…"));
    inBackground([head = head(), document = m_document, library = m_session.folder(), folder,
                  &clock = m_session.clock()] {
        return writeAnthology(head, document, library, folder, clock);
    }).then(this, [this, folder](const Result<Page> &page) {
        m_export->setEnabled(true);
        if (!page)
            return say(errorText(page.error()), true);
        const QString path = QDir(folder).filePath(page->slug + "/index.html"_L1);
        say(tr("The page is at %1").arg(QDir::toNativeSeparators(path)));
        Q_EMIT exported(path);
    });
}

void PassageReader::say(const QString &words, bool problem)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setRole(m_words, problem ? u"attention"_s : u"small"_s);
}

} // namespace Weeknotes
