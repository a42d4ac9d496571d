// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace Weeknotes {

/// The colour of pages' marks and links: ours, one of a few, or any other; and beside them words in it, as the light
/// and the dark page show them.
class ColourField : public QWidget
{
    Q_OBJECT

public:
    explicit ColourField(QWidget *parent = nullptr);

    /// As the setting has it: "#1a8917", or empty for ours.
    void setValue(const QString &value);

Q_SIGNALS:
    /// The person chose it.
    void chosen(const QString &value);

private:
    QAbstractButton *addSwatch(const QColor &colour, const QString &value, const QString &name);
    void askForAnother();

    QButtonGroup *m_swatches;
    QWidget *m_row;
    QWidget *m_sample;
    QAbstractButton *m_own; ///< the swatch of one that is none of the few; hidden until there is one
    QString m_value;
};

} // namespace Weeknotes
