// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>
#include <QStringDecoder>
#include <QStringList>

#include <utility>
#include <vector>

namespace Weeknotes {

/// A file's characters as XML: in UTF-8, whatever it says of itself, from its first sign on, without what no XML may
/// hold and some posts do (control characters, as they are or by number), and with "&amp;" for an ampersand that begins
/// nothing XML knows. To be read from its beginning to its end; holds a few pieces of the file at a time.
class MendedXml final : public QIODevice
{
public:
    /// What elements named as in `passedBy` hold is left out but for its lines; such an element ends with the "item"
    /// that it stands in, if not before.
    explicit MendedXml(QIODevice &file, const QStringList &passedBy = {});

    bool isSequential() const override { return true; }
    /// How many characters were none in the file's encoding.
    [[nodiscard]] qsizetype damaged() const { return m_damaged; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    void mend();
    [[nodiscard]] qsizetype take(QStringView rest, QString &mended);
    [[nodiscard]] qsizetype takeReference(QStringView rest, QString &mended) const;
    [[nodiscard]] QStringView tagAt(QStringView rest);
    void keep(QStringView text, QString &mended) const;

    QIODevice &m_file;
    QStringDecoder m_decoder;
    std::vector<std::pair<QString, QString>> m_passedBy; ///< tags that begin and end them
    QString m_until;                                     ///< the tag that ends the one passed by
    QString m_text;                                      ///< decoded, and not yet mended
    QByteArray m_mended;                                 ///< and not yet read
    qsizetype m_damaged = 0;
    bool m_isBeginning = true;
    bool m_inData = false;
    bool m_ended = false;
};

} // namespace Weeknotes
