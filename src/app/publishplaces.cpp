// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publishplaces.h"

#include "app/clearlayout.h"
#include "app/dayfield.h"
#include "app/dialogparts.h"
#include "app/session.h"
#include "core/webaddress.h"
#include "style/typography.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Weeknotes {

PublishPlaces::PublishPlaces(Session &session, NoteHeader note, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_note(std::move(note))
    , m_rows(new QVBoxLayout)
    , m_address(new QLineEdit(this))
    , m_day(new DayField(session.clock().today(), tr("Day of publication"), this))
    , m_mark(new QPushButton(tr("&Mark as published"), this))
{
    layOut();
    m_day->setDate(session.clock().today());
    m_mark->setAutoDefault(false);
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_typed = true; });
    connect(m_address, &QLineEdit::textChanged, this, &PublishPlaces::showMark);
    m_address->installEventFilter(this);
    connect(m_mark, &QPushButton::clicked, this, &PublishPlaces::mark);
    showMark();
    read();
}

void PublishPlaces::layOut()
{
    m_rows->setSpacing(2 * Metrics::step);
    m_address->setPlaceholderText(tr("Paste its address here, if it has one"));
    m_address->setAccessibleName(tr("Address"));
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Metrics::step);
    row->addWidget(m_day, 1);
    row->addWidget(m_mark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * Metrics::step);
    column->addLayout(m_rows);
    column->addWidget(m_address);
    column->addLayout(row);
}

void PublishPlaces::propose(const QUrl &address)
{
    if (!m_typed && address.isValid())
        m_address->setText(address.toString());
}

void PublishPlaces::setNote(const NoteHeader &note)
{
    m_note = note;
    m_outdated.reset();
    showMark();
    read();
}

/// Return in the line adds what was typed, and is not the dialog's.
bool PublishPlaces::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_address || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    if (!isBlank())
        m_mark->click();
    return true;
}

bool PublishPlaces::isBlank() const
{
    return m_address->text().trimmed().isEmpty();
}

void PublishPlaces::showMark()
{
    m_mark->setEnabled(!isBlank() || m_note.fields.status != NoteStatus::Published);
}

void PublishPlaces::mark()
{
    const QUrl typed = address();
    if (isBlank())
        add(std::nullopt, m_day->date());
    else if (typed.isValid())
        add(typed, m_day->date());
    else
        Q_EMIT failed({.kind = Error::Kind::BadValue, .subject = m_address->text(), .detail = u"https://…"_s});
}

void PublishPlaces::read()
{
    m_session.notebook().publications(m_note.id).then(this, [this](const Result<std::vector<Publication>> &places) {
        m_outdated.emplace();
        if (places) {
            show(*places);
            for (const Publication &place : *places) {
                if (place.isChanged)
                    m_outdated->push_back(place.address);
            }
        } else {
            Q_EMIT failed(places.error());
        }
        Q_EMIT placesRead();
    });
}

void PublishPlaces::show(const std::vector<Publication> &places)
{
    clearLayout(m_rows);
    std::vector<Publication> all = places;
    // Of what came from an archive it is known where it stands, and no more.
    const NoteFields &fields = m_note.fields;
    const auto isOriginal = [&](const Publication &place) { return place.address == fields.canonical; };
    if (!fields.canonical.isEmpty() && std::ranges::none_of(all, isOriginal))
        all.push_back({.address = fields.canonical, .published = fields.published.value_or(QDateTime())});
    for (const Publication &place : all)
        m_rows->addWidget(rowOf(place));
    if (all.empty() && fields.status == NoteStatus::Published && fields.published) {
        const QString day = QLocale().toString(fields.published->date(), QLocale::ShortFormat);
        m_rows->addWidget(wrappedLabel(tr("Since %1, without an address").arg(day), u"small"_s, this));
    }
}

QString PublishPlaces::wordsOf(const Publication &place) const
{
    QStringList words;
    if (place.published.isValid())
        words << tr("since %1").arg(QLocale().toString(place.published.date(), QLocale::ShortFormat));
    if (place.isChanged)
        words << tr("the note has changed since");
    if (place.address == m_note.fields.canonical)
        words << tr("the original");
    return words.join(u" · "_s);
}

QWidget *PublishPlaces::rowOf(const Publication &place)
{
    const QUrl address = place.address;
    auto *row = new QWidget(this);
    auto *link = new QPushButton(row);
    link->setProperty("role", u"link"_s);
    link->setAutoDefault(false);
    const QString name = address.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).sliced(2);
    constexpr int shown = 44; // characters
    link->setText(name.size() > shown ? name.left(shown) + u'…' : name);
    link->setAccessibleName(tr("Open %1").arg(name));
    link->setToolTip(address.toDisplayString());
    connect(link, &QPushButton::clicked, this, [address] { QDesktopServices::openUrl(address); });
    auto *more = new QToolButton(row);
    more->setProperty("role", u"quiet"_s);
    more->setText(u"⋯"_s);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAccessibleName(tr("More on %1").arg(name));
    auto *menu = new QMenu(more);
    menu->addAction(tr("&Copy the link"), this, [this, address] {
        QGuiApplication::clipboard()->setText(address.toString(QUrl::FullyEncoded));
        Q_EMIT done(tr("The link is on the clipboard."));
    });
    menu->addAction(tr("It is &up to date there"), this, [this, address] { add(address, m_session.clock().today()); });
    QAction *original = menu->addAction(tr("It is the &original"), this, [this, address] { makeOriginal(address); });
    original->setEnabled(address != m_note.fields.canonical);
    menu->addAction(tr("It is &gone there"), this, [this, address] { remove(address); });
    more->setMenu(menu);
    auto *words = new QLabel(wordsOf(place), row);
    words->setProperty("role", u"small"_s);
    words->setTextFormat(Qt::PlainText);
    words->setContentsMargins(Metrics::step, 0, 0, 0);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(Metrics::step);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(link, 0, 0, Qt::AlignLeft);
    grid->addWidget(more, 0, 1);
    grid->addWidget(words, 1, 0, 1, 2);
    return row;
}

QUrl PublishPlaces::address() const
{
    QString text = m_address->text().trimmed();
    const bool isWhole = text.contains("://"_L1);
    if (!isWhole)
        text.prepend("https://"_L1);
    const QUrl url(text, QUrl::StrictMode);
    return isPageAddress(url) && (isWhole || url.host().contains(u'.')) ? url : QUrl();
}

template <typename Answer> void PublishPlaces::take(const Answer &answer, const QString &words)
{
    if (answer)
        m_note = *answer;
    showMark();
    if (!answer)
        return Q_EMIT failed(answer.error());
    Q_EMIT noteChanged(m_note);
    Q_EMIT done(words);
    read();
}

void PublishPlaces::add(const std::optional<QUrl> &address, QDate day)
{
    m_mark->setEnabled(false);
    m_session.notebook().setPublished(m_note.id, address, day).then(this, [this](const Result<NoteHeader> &saved) {
        if (saved) {
            m_address->clear();
            m_typed = false;
        }
        take(saved, tr("Marked as published."));
    });
}

void PublishPlaces::confirmOutdated()
{
    for (const QUrl &address : m_outdated.value_or(std::vector<QUrl>()))
        add(address, m_session.clock().today());
}

void PublishPlaces::makeOriginal(const QUrl &address)
{
    FieldsChange change{m_note.id, m_note.revision, m_note.fields};
    change.fields.canonical = address;
    m_session.notebook().changeFields({change}).then(this, [this](const Result<std::vector<NoteHeader>> &saved) {
        take(saved.transform([](const std::vector<NoteHeader> &notes) { return notes.front(); }),
             tr("Other places point to it as the original."));
    });
}

void PublishPlaces::remove(const QUrl &address)
{
    m_session.notebook().removePublication(m_note.id, address).then(this, [this](const Result<NoteHeader> &saved) {
        take(saved, tr("The place is forgotten."));
    });
}

} // namespace Weeknotes
