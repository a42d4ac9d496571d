// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/templates.h"

namespace Weeknotes {

class FilledTemplatesFactory final : public QObject, public TemplatesFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.weeknotes.TemplatesFactory/1")
    Q_INTERFACES(Weeknotes::TemplatesFactory)

public:
    [[nodiscard]] std::unique_ptr<Templates> make(const QStringList &folders) const override;
};

} // namespace Weeknotes
