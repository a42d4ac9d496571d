// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/printer.h"

#include <QTextBoundaryFinder>

#include <cerrno>
#include <cwchar>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

bool controlsTerminal(QChar c)
{
    return c.category() == QChar::Other_Control;
}

/// Columns of one grapheme: those of the character it begins with.
int graphemeWidth(QStringView grapheme)
{
    const bool isPair = grapheme.size() > 1 && grapheme[0].isHighSurrogate() && grapheme[1].isLowSurrogate();
    const char32_t c = isPair ? QChar::surrogateToUcs4(grapheme[0], grapheme[1]) : grapheme[0].unicode();
    return std::max(0, ::wcwidth(wchar_t(c)));
}

} // namespace

QString printableLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (controlsTerminal(c) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return line;
}

int columnWidth(const QString &text)
{
    int width = 0;
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = 0; (to = graphemes.toNextBoundary()) > 0; from = to)
        width += graphemeWidth(QStringView(text).sliced(from, to - from));
    return width;
}

QString elided(const QString &text, int columns)
{
    if (columnWidth(text) <= columns)
        return text;
    int width = 0;
    qsizetype from = 0;
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype to = 0; (to = graphemes.toNextBoundary()) > 0; from = to) {
        width += graphemeWidth(QStringView(text).sliced(from, to - from));
        if (width > columns - 1)
            break;
    }
    return text.first(from).trimmed() + u'…';
}

void Printer::line(const QString &text)
{
    bytes((printableLine(text) + u'\n').toUtf8());
}

void Printer::text(const QString &text)
{
    QString safe = text;
    if (m_columns > 0) {
        for (QChar &c : safe) {
            if (controlsTerminal(c) && c != u'\n' && c != u'\t')
                c = QChar::ReplacementCharacter;
        }
    }
    bytes(safe.toUtf8());
}

void Printer::bytes(const QByteArray &bytes)
{
    qint64 done = 0;
    while (!m_closed && done < bytes.size()) {
        const qint64 written = m_device.write(bytes.constData() + done, bytes.size() - done);
        if (written > 0) {
            done += written;
            continue;
        }
        m_closed = true;
        if (m_device.errorString() != qt_error_string(EPIPE))
            m_failure = m_device.errorString();
    }
}

} // namespace Weeknotes
