// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appsettings.h"
#include "style/palette.h"

#include <QObject>

namespace Weeknotes {

/// Dresses the QApplication in light or dark, and changes it live with the system unless the person chose one.
class SchemeSwitch : public QObject
{
    Q_OBJECT

public:
    explicit SchemeSwitch(SchemeChoice choice, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    void setChoice(SchemeChoice choice);

Q_SIGNALS:
    /// The application wears it already.
    void schemeChanged(Weeknotes::Scheme scheme);

private:
    [[nodiscard]] Scheme wanted() const;
    void dress();
    void follow();

    SchemeChoice m_choice;
    Scheme m_scheme;
};

} // namespace Weeknotes
