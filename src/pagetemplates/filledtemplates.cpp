// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagetemplates/filledtemplates.h"

#include <QHash>

#include <KTextTemplate/CachingLoaderDecorator>
#include <KTextTemplate/Context>
#include <KTextTemplate/Engine>
#include <KTextTemplate/Template>
#include <KTextTemplate/TemplateLoader>

namespace Weeknotes {

namespace {

class FilledTemplates final : public Templates
{
public:
    explicit FilledTemplates(const QStringList &folders)
    {
        m_engine.setSmartTrimEnabled(true); // no empty lines for lines that hold but a tag
        auto loader = QSharedPointer<KTextTemplate::FileSystemTemplateLoader>::create();
        loader->setTemplateDirs(folders);
        // Also those that one extends: read and parsed once.
        m_engine.addTemplateLoader(QSharedPointer<KTextTemplate::CachingLoaderDecorator>::create(loader));
    }

    Result<QString> fill(const QString &name, const QVariantHash &values) override
    {
        const KTextTemplate::Template form = m_engine.loadByName(name);
        if (form->error() != KTextTemplate::NoError)
            return malformed(name, form->errorString());
        KTextTemplate::Context context(values);
        QString filled = form->render(&context);
        if (form->error() != KTextTemplate::NoError)
            return malformed(name, form->errorString());
        return filled;
    }

private:
    static std::unexpected<Error> malformed(const QString &name, const QString &why)
    {
        return std::unexpected(Error{.kind = Error::Kind::Malformed, .subject = name, .detail = why});
    }

    KTextTemplate::Engine m_engine;
};

} // namespace

std::unique_ptr<Templates> FilledTemplatesFactory::make(const QStringList &folders) const
{
    return std::make_unique<FilledTemplates>(folders);
}

} // namespace Weeknotes
