// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

/// The rules of ARCHITECTURE.md, "Who may include whom", as something that can be asked about a source file.
class ArchitectureRules
{
public:
    /// What a layer may include.
    struct Layer
    {
        QSet<QString> layers;  ///< of ours
        QSet<QString> outside; ///< names of libraries, as `libraryOfHeader` gives them
        QSet<QString> hidden;  ///< of these, the ones that no other layer may come to see
    };

    /// Reads the table out of the text of ARCHITECTURE.md. `qtHeaders` tells a Qt header's module ("QString" is in
    /// "Qt Core"). Without such a table, or with a row it can't read, `isValid` is false.
    ArchitectureRules(const QString &architectureText, QHash<QString, QString> qtHeaders);

    [[nodiscard]] bool isValid() const { return m_problems.isEmpty() && !m_layers.isEmpty(); }
    [[nodiscard]] QStringList problems() const { return m_problems; }
    [[nodiscard]] QStringList layers() const { return m_layers.keys(); }

    /// What is wrong with the sources, one line each with path and line number. Key: the path below src/
    /// ("cli/table.cpp"), value: the file's content.
    [[nodiscard]] QStringList violations(const QMap<QString, QString> &sources) const;
    /// How many lines of the sources are includes.
    [[nodiscard]] static int includeCount(const QMap<QString, QString> &sources);

private:
    void readRow(const QStringList &cells);
    void readOutside(Layer &layer, const QString &cell);
    [[nodiscard]] QStringList violationsIn(const QString &path, const QString &content,
                                           const QMap<QString, QString> &hiding) const;
    [[nodiscard]] QString judgeOwn(const QString &layerName, const QString &header,
                                   const QMap<QString, QString> &hiding) const;
    [[nodiscard]] QString judgeOutside(const QString &layerName, const QString &header) const;
    [[nodiscard]] QString libraryOfHeader(const QString &header) const;
    [[nodiscard]] QMap<QString, QString> headersThatHide(const QMap<QString, QString> &sources) const;

    QMap<QString, Layer> m_layers;
    QHash<QString, QString> m_qtHeaders;
    QStringList m_problems;
};
