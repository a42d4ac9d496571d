// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dayfield.h"

#include <QCoreApplication>

namespace Weeknotes {

QDateEdit *dayField(QWidget *parent, const QString &name)
{
    auto *field = new QDateEdit(parent);
    field->setCalendarPopup(true);
    field->setKeyboardTracking(false);
    field->setAccessibleName(name);
    field->setDisplayFormat(
        QCoreApplication::translate("Weeknotes::DayField", "d MMM yyyy", "how a day is shown where it can be edited"));
    return field;
}

} // namespace Weeknotes
