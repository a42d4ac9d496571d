// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Weeknotes {

struct LibrarySettings;

/// What a site lacks while the settings name no address for it; empty: nothing.
[[nodiscard]] QString siteLacks(const LibrarySettings &settings);

/// Where files go, and what can be done with them once they are there: opened, shown in their folder, and, of what
/// stands on the web, linked to.
class ExportPlace : public QWidget
{
    Q_OBJECT

public:
    explicit ExportPlace(QWidget *parent = nullptr);

    /// `file` is what there is to open in `folder`; empty where that is nothing more than the others.
    void setPlace(const QString &folder, const QString &file);
    /// Where it will stand on the web; empty where that is not known.
    void setAddress(const QUrl &address);
    /// What is to be known before it is done; those that are empty say nothing.
    void setRemarks(QStringList remarks);
    /// What is there may be more by now.
    void look();

Q_SIGNALS:
    /// The person wants another one.
    void folderChosen(const QString &folder);
    /// What came of it, in a sentence.
    void said(const QString &words, bool problem);

private:
    void open();

    QString m_folder;
    QString m_file; ///< with its path; or empty
    QUrl m_address;
    QLabel *m_words;
    QLabel *m_remarks;
    QWidget *m_result;
    QPushButton *m_open;
    QPushButton *m_copy;
    quint64 m_looks = 0; ///< only the newest answer counts
};

} // namespace Weeknotes
