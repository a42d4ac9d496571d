// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/writer.h"

#include "publisher/folderupdate.h"

namespace Weeknotes {

using namespace Qt::StringLiterals;

Result<void> putPage(FolderUpdate &update, const Page &page)
{
    // The page first: by it, images of an export that ends midway are known as ours later.
    auto put = update.put(page.slug + "/index.html"_L1, page.html);
    for (auto image = page.images.begin(); put && image != page.images.end(); ++image)
        put = update.put(page.slug + u'/' + image->name, image->data);
    return put;
}

bool isOfOwnPage(const QString &folder, const QString &name)
{
    return isOwnPage(folder + u'/' + name.section(u'/', 0, 0) + "/index.html"_L1);
}

Result<void> writePages(const QString &folder, const std::vector<Page> &pages)
{
    FolderUpdate update(folder, [&folder](const QString &name) { return isOfOwnPage(folder, name); });
    for (const Page &page : pages) {
        if (auto put = putPage(update, page); !put) {
            if (put.error().kind == Error::Kind::Conflict)
                put.error().subject = page.slug;
            return put;
        }
    }
    return update.commit().transform([](int) {});
}

} // namespace Weeknotes
