// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QObject>
#include <QVariant>

#include <memory>

namespace Weeknotes {

/// The templates that pages are written by, in KTextTemplate's language, which is Django's: "note.html" and so on, as
/// they lie in resources/publisher/templates. A text value is escaped unless the template says `|safe`.
class Templates
{
public:
    virtual ~Templates() = default;

    /// Errors: Malformed (`subject` names the template, `detail` is KTextTemplate's own message).
    [[nodiscard]] virtual Result<QString> fill(const QString &name, const QVariantHash &values) = 0;
};

/// Makes them. It stands in a plugin, src/pagetemplates, which is loaded when the first page is written: KTextTemplate
/// brings QtQml into the process, 2.3 MB that who only writes has no use for.
class TemplatesFactory
{
public:
    virtual ~TemplatesFactory() = default;
    [[nodiscard]] virtual std::unique_ptr<Templates> make(const QStringList &folders) const = 0;
};

/// The templates of the program, of which files of the same name in `folder`, where it is not empty, take the place.
/// Any thread, but of one at a time. Errors: NoTemplates (the folder), NotReadable (the program's own plugin).
[[nodiscard]] Result<std::unique_ptr<Templates>> openTemplates(const QString &folder);

/// Those of the program, sorted: "about.html", …
[[nodiscard]] QStringList templateNames();

/// Another one for other templates. Reads them.
[[nodiscard]] QByteArray templatesDigest(const QString &folder);

} // namespace Weeknotes

Q_DECLARE_INTERFACE(Weeknotes::TemplatesFactory, "org.weeknotes.TemplatesFactory/1")
