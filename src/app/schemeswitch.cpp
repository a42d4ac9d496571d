// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schemeswitch.h"

#include "style/qtstyle.h"
#include "style/typography.h"

#include <QApplication>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace Weeknotes {

SchemeSwitch::SchemeSwitch(SchemeChoice choice, QObject *parent) : QObject(parent), m_choice(choice), m_scheme(wanted())
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(interfaceFont(interfaceType().normal));
    dress();
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &SchemeSwitch::follow);
}

void SchemeSwitch::setChoice(SchemeChoice choice)
{
    m_choice = choice;
    follow();
}

Scheme SchemeSwitch::wanted() const
{
    switch (m_choice) {
    case SchemeChoice::Light:
        return Scheme::Light;
    case SchemeChoice::Dark:
        return Scheme::Dark;
    case SchemeChoice::System:
        break;
    }
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
}

void SchemeSwitch::dress()
{
    const Palette &colours = palette(m_scheme);
    QApplication::setPalette(toQPalette(colours));
    qApp->setStyleSheet(styleSheet(colours));
}

void SchemeSwitch::follow()
{
    if (m_scheme == wanted())
        return;
    m_scheme = wanted();
    dress();
    Q_EMIT schemeChanged(m_scheme);
}

} // namespace Weeknotes
