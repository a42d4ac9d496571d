<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>Weeknotes::BackupList</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::BinDialog</name>
    <message numerus="yes">
        <source>A note stays here for %Ln day(s). Until then it can be put back.</source>
        <translation>
            <numerusform>A note stays here for %Ln day. Until then it can be put back.</numerusform>
            <numerusform>A note stays here for %Ln days. Until then it can be put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) and all their earlier versions will be gone for good.</source>
        <translation>
            <numerusform>%Ln note and all its earlier versions will be gone for good.</numerusform>
            <numerusform>%Ln notes and all their earlier versions will be gone for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::BinList</name>
    <message numerus="yes">
        <source>%Ln day(s) left to put it back</source>
        <translation>
            <numerusform>%Ln day left to put it back</numerusform>
            <numerusform>%Ln days left to put it back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::CopyDialog</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::ExportDialog</name>
    <message numerus="yes">
        <source>The %Ln chosen in the timeline</source>
        <translation>
            <numerusform>The %Ln chosen in the timeline</numerusform>
            <numerusform>The %Ln chosen in the timeline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are drafts, which readers see then.</source>
        <translation>
            <numerusform>%Ln of them is a draft, which readers see then.</numerusform>
            <numerusform>%Ln of them are drafts, which readers see then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::ExportRun</name>
    <message numerus="yes">
        <source>The site is up to date: %Ln file(s) changed.</source>
        <translation>
            <numerusform>The site is up to date: %Ln file changed.</numerusform>
            <numerusform>The site is up to date: %Ln files changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) are written.</source>
        <translation>
            <numerusform>%Ln page is written.</numerusform>
            <numerusform>%Ln pages are written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are written.</source>
        <translation>
            <numerusform>%Ln file is written.</numerusform>
            <numerusform>%Ln files are written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So it is with %Ln more picture(s).</source>
        <translation>
            <numerusform>So it is with %Ln more picture.</numerusform>
            <numerusform>So it is with %Ln more pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %Ln note(s)</source>
        <translation>
            <numerusform>%1 of %Ln note</numerusform>
            <numerusform>%1 of %Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::FindBar</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::FindReplace</name>
    <message numerus="yes">
        <source>%Ln match(es) replaced.</source>
        <translation>
            <numerusform>%Ln match replaced.</numerusform>
            <numerusform>%Ln matches replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::HistoryDialog</name>
    <message numerus="yes">
        <source>%Ln change(s) since: struck out is gone, underlined is new.</source>
        <translation>
            <numerusform>%Ln change since: struck out is gone, underlined is new.</numerusform>
            <numerusform>%Ln changes since: struck out is gone, underlined is new.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln note(s) in %1</source>
        <translation>
            <numerusform>%Ln note in %1</numerusform>
            <numerusform>%Ln notes in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %Ln note(s)</source>
        <translation>
            <numerusform>Bring in %Ln note</numerusform>
            <numerusform>Bring in %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) came in</source>
        <translation>
            <numerusform>%Ln note came in</numerusform>
            <numerusform>%Ln notes came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left in the bin</source>
        <translation>
            <numerusform>%Ln left in the bin</numerusform>
            <numerusform>%Ln left in the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) read</source>
        <translation>
            <numerusform>%Ln note read</numerusform>
            <numerusform>%Ln notes read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln note(s) came in</source>
        <translation>
            <numerusform>%L1 of %Ln note came in</numerusform>
            <numerusform>%L1 of %Ln notes came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln here already</source>
        <translation>
            <numerusform>%Ln here already</numerusform>
            <numerusform>%Ln here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed on both sides, theirs in the history</source>
        <translation>
            <numerusform>%Ln changed on both sides, theirs in the history</numerusform>
            <numerusform>%Ln changed on both sides, theirs in the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The import is undone, but for %Ln note(s) that you changed since.</source>
        <translation>
            <numerusform>The import is undone, but for %Ln note that you changed since.</numerusform>
            <numerusform>The import is undone, but for %Ln notes that you changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::ImportPictures</name>
    <message numerus="yes">
        <source>%Ln picture(s) in the library.</source>
        <translation>
            <numerusform>%Ln picture in the library.</numerusform>
            <numerusform>%Ln pictures in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) on the web; try again, or take it from a folder.</source>
        <translation>
            <numerusform>%Ln stays on the web; try again, or take it from a folder.</numerusform>
            <numerusform>%Ln stay on the web; try again, or take them from a folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::ImportSide</name>
    <message numerus="yes">
        <source>%Ln chosen note(s)</source>
        <translation>
            <numerusform>%Ln chosen note</numerusform>
            <numerusform>%Ln chosen notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln read in the same way</source>
        <translation>
            <numerusform>%Ln read in the same way</numerusform>
            <numerusform>%Ln read in the same way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln notes</source>
        <translation>
            <numerusform>all %Ln notes</numerusform>
            <numerusform>all %Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::ImportReport</name>
    <message numerus="yes">
        <source>%n files read</source>
        <translation>
            <numerusform>%n file read</numerusform>
            <numerusform>%n files read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::LastLookList</name>
    <message numerus="yes">
        <source>%Ln left alone</source>
        <translation>
            <numerusform>%Ln left alone</numerusform>
            <numerusform>%Ln left alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::LastLookText</name>
    <message numerus="yes">
        <source>%Ln jot(s) not used yet, the first: “%1”</source>
        <translation>
            <numerusform>%Ln jot not used yet: “%1”</numerusform>
            <numerusform>%Ln jots not used yet, the first: “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It takes %Ln minute(s) to read.</source>
        <translation>
            <numerusform>It takes %Ln minute to read.</numerusform>
            <numerusform>It takes %Ln minutes to read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln private passage(s) will not go out.</source>
        <translation>
            <numerusform>%Ln private passage will not go out.</numerusform>
            <numerusform>%Ln private passages will not go out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) will not go out before %1.</source>
        <translation>
            <numerusform>%Ln passage will not go out before %1.</numerusform>
            <numerusform>%Ln passages will not go out before %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is named, as in %Ln note(s) before, last on %2.</source>
        <translation>
            <numerusform>%1 is named, as in %Ln note before, on %2.</numerusform>
            <numerusform>%1 is named, as in %Ln notes before, last on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The heading “%1” leaves out %Ln level(s).</source>
        <translation>
            <numerusform>The heading “%1” leaves out %Ln level.</numerusform>
            <numerusform>The heading “%1” leaves out %Ln levels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” means another day to whoever reads it later; it stands there %Ln time(s).</source>
        <translation>
            <numerusform>“%1” means another day to whoever reads it later; it stands there %Ln time.</numerusform>
            <numerusform>“%1” means another day to whoever reads it later; it stands there %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is in no dictionary; it stands there %Ln time(s).</source>
        <translation>
            <numerusform>“%1” is in no dictionary; it stands there %Ln time.</numerusform>
            <numerusform>“%1” is in no dictionary; it stands there %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A paragraph has %Ln word(s): “%1”</source>
        <translation>
            <numerusform>A paragraph has %Ln word: “%1”</numerusform>
            <numerusform>A paragraph has %Ln words: “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A sentence has %Ln word(s): “%1”</source>
        <translation>
            <numerusform>A sentence has %Ln word: “%1”</numerusform>
            <numerusform>A sentence has %Ln words: “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::LinkCheck</name>
    <message numerus="yes">
        <source>Stopped after %1 of %Ln link(s).</source>
        <translation>
            <numerusform>Stopped after %1 of %Ln link.</numerusform>
            <numerusform>Stopped after %1 of %Ln links.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) checked.</source>
        <translation>
            <numerusform>%Ln link checked.</numerusform>
            <numerusform>%Ln links checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gave no clear answer.</source>
        <translation>
            <numerusform>%Ln gave no clear answer.</numerusform>
            <numerusform>%Ln gave no clear answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::NoteChanges</name>
    <message numerus="yes">
        <source>%Ln note(s) are drafts now.</source>
        <translation>
            <numerusform>%Ln note is a draft now.</numerusform>
            <numerusform>%Ln notes are drafts now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) are ready now.</source>
        <translation>
            <numerusform>%Ln note is ready now.</numerusform>
            <numerusform>%Ln notes are ready now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) are published now.</source>
        <translation>
            <numerusform>%Ln note is published now.</numerusform>
            <numerusform>%Ln notes are published now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) have the tag “%1” now.</source>
        <translation>
            <numerusform>%Ln note has the tag “%1” now.</numerusform>
            <numerusform>%Ln notes have the tag “%1” now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) lost the tag “%1”.</source>
        <translation>
            <numerusform>%Ln note lost the tag “%1”.</numerusform>
            <numerusform>%Ln notes lost the tag “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) moved.</source>
        <translation>
            <numerusform>%Ln note moved.</numerusform>
            <numerusform>%Ln notes moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::NotesMenu</name>
    <message numerus="yes">
        <source>A tag for %Ln note(s), as one word or a few.</source>
        <translation>
            <numerusform>A tag for the note, as one word or a few.</numerusform>
            <numerusform>A tag for %Ln notes, as one word or a few.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) have this tag already.</source>
        <translation>
            <numerusform>The note has this tag already.</numerusform>
            <numerusform>All %Ln notes have this tag already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::PassageReader</name>
    <message numerus="yes">
        <source>%Ln passage(s) with “%1”</source>
        <translation>
            <numerusform>%Ln passage with “%1”</numerusform>
            <numerusform>%Ln passages with “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::PauseDialog</name>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::PublishDialog</name>
    <message numerus="yes">
        <source>The last look: %Ln thing(s)</source>
        <translation>
            <numerusform>The last look: %Ln thing</numerusform>
            <numerusform>The last look: %Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min read</source>
        <translation>
            <numerusform>%Ln min read</numerusform>
            <numerusform>%Ln min read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::RankChart</name>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::RemotePictures</name>
    <message numerus="yes">
        <source>%Ln picture(s) brought in.</source>
        <translation>
            <numerusform>%Ln picture brought in.</numerusform>
            <numerusform>%Ln pictures brought in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text no longer names %Ln of the pictures.</source>
        <translation>
            <numerusform>The text no longer names %Ln of the pictures.</numerusform>
            <numerusform>The text no longer names %Ln of the pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be had.</source>
        <translation>
            <numerusform>%Ln picture could not be had.</numerusform>
            <numerusform>%Ln pictures could not be had.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::RightWeek</name>
    <message numerus="yes">
        <source>%Ln note(s) have new numbers.</source>
        <translation>
            <numerusform>%Ln note has a new number.</numerusform>
            <numerusform>%Ln notes have new numbers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::RunsChart</name>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SearchGroups</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SearchPopup</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SeasonCharts</name>
    <message numerus="yes">
        <source>%Ln week(s) written</source>
        <translation>
            <numerusform>%Ln week written</numerusform>
            <numerusform>%Ln weeks written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s) of pause</source>
        <translation>
            <numerusform>%Ln week of pause</numerusform>
            <numerusform>%Ln weeks of pause</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s) without a note</source>
        <translation>
            <numerusform>%Ln week without a note</numerusform>
            <numerusform>%Ln weeks without a note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>word(s)</source>
        <translation>
            <numerusform>word</numerusform>
            <numerusform>words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note(s)</source>
        <translation>
            <numerusform>note</numerusform>
            <numerusform>notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minute(s) to read</source>
        <translation>
            <numerusform>minute to read</numerusform>
            <numerusform>minutes to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>word(s) in the usual note</source>
        <translation>
            <numerusform>word in the usual note</numerusform>
            <numerusform>words in the usual note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>week(s) in the longest run</source>
        <translation>
            <numerusform>week in the longest run</numerusform>
            <numerusform>weeks in the longest run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln week(s)</source>
        <translation>
            <numerusform>in %Ln week</numerusform>
            <numerusform>in %Ln weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SeasonDialog</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Renumber %Ln note(s)</source>
        <translation>
            <numerusform>&amp;Renumber %Ln note</numerusform>
            <numerusform>&amp;Renumber %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the new numbers belong to other notes already.</source>
        <translation>
            <numerusform>%Ln of the new numbers belongs to another note already.</numerusform>
            <numerusform>%Ln of the new numbers belong to other notes already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SectionList</name>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SectionsChart</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SettingExamples</name>
    <message numerus="yes">
        <source>The run is %Ln week(s) now.</source>
        <translation>
            <numerusform>The run is %Ln week now.</numerusform>
            <numerusform>The run is %Ln weeks now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) were written after the next %1.</source>
        <comment>a day of the week</comment>
        <translation>
            <numerusform>%Ln note was written after the next %1.</numerusform>
            <numerusform>%Ln notes were written after the next %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) cover more than one week.</source>
        <translation>
            <numerusform>%Ln note covers more than one week.</numerusform>
            <numerusform>%Ln notes cover more than one week.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::SettingsDialog</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::StatisticsCharts</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>word(s)</source>
        <translation>
            <numerusform>word</numerusform>
            <numerusform>words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note(s)</source>
        <translation>
            <numerusform>note</numerusform>
            <numerusform>notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>week(s) written</source>
        <translation>
            <numerusform>week written</numerusform>
            <numerusform>weeks written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>word(s) in the usual note</source>
        <translation>
            <numerusform>word in the usual note</numerusform>
            <numerusform>words in the usual note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>week(s) in the longest run</source>
        <translation>
            <numerusform>week in the longest run</numerusform>
            <numerusform>weeks in the longest run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) came after the days they speak of, and were written all the same.</source>
        <translation>
            <numerusform>%Ln note came after the days it speaks of, and was written all the same.</numerusform>
            <numerusform>%Ln notes came after the days they speak of, and were written all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weeks written one after the other; you are at %Ln. A pause interrupts nothing.</source>
        <translation>
            <numerusform>Weeks written one after the other; you are at %Ln. A pause interrupts nothing.</numerusform>
            <numerusform>Weeks written one after the other; you are at %Ln. A pause interrupts nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::StatisticsPage</name>
    <message numerus="yes">
        <source>It has %Ln word(s). From the second on there are pictures here.</source>
        <translation>
            <numerusform>It has %Ln word. From the second on there are pictures here.</numerusform>
            <numerusform>It has %Ln words. From the second on there are pictures here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::StatsCommand</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln written</source>
        <translation>
            <numerusform>%Ln written</numerusform>
            <numerusform>%Ln written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in pauses</source>
        <translation>
            <numerusform>%Ln in pauses</numerusform>
            <numerusform>%Ln in pauses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a note</source>
        <translation>
            <numerusform>%Ln without a note</numerusform>
            <numerusform>%Ln without a note</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That’s your goal of %Ln word(s). Well done.</source>
        <translation>
            <numerusform>That’s your goal of %Ln word. Well done.</numerusform>
            <numerusform>That’s your goal of %Ln words. Well done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln word(s)</source>
        <translation>
            <numerusform>%1 of %Ln word</numerusform>
            <numerusform>%1 of %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln word(s) selected</source>
        <translation>
            <numerusform>%1 of %Ln word selected</numerusform>
            <numerusform>%1 of %Ln words selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min read</source>
        <translation>
            <numerusform>%Ln min read</numerusform>
            <numerusform>%Ln min read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln-week run</source>
        <translation>
            <numerusform>%Ln-week run</numerusform>
            <numerusform>%Ln-week run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::StorylinesPage</name>
    <message numerus="yes">
        <source>longest gap: %Ln week(s)</source>
        <translation>
            <numerusform>longest gap: %Ln week</numerusform>
            <numerusform>longest gap: %Ln weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::TimelineModel</name>
    <message numerus="yes">
        <source>%Ln missed · %1</source>
        <translation>
            <numerusform>%Ln missed · %1</numerusform>
            <numerusform>%Ln missed · %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s)</source>
        <translation>
            <numerusform>%Ln week</numerusform>
            <numerusform>%Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln day(s)</source>
        <translation>
            <numerusform>+%Ln day</numerusform>
            <numerusform>+%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>back %Ln day(s) later</source>
        <translation>
            <numerusform>back %Ln day later</numerusform>
            <numerusform>back %Ln days later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>back %Ln day(s) sooner</source>
        <translation>
            <numerusform>back %Ln day sooner</numerusform>
            <numerusform>back %Ln days sooner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>written %Ln day(s) after its days</source>
        <translation>
            <numerusform>written %Ln day after its days</numerusform>
            <numerusform>written %Ln days after its days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::TimelinePane</name>
    <message numerus="yes">
        <source>%Ln note(s) selected</source>
        <translation>
            <numerusform>%Ln note selected</numerusform>
            <numerusform>%Ln notes selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::TimelineView</name>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::VerifyCommand</name>
    <message numerus="yes">
        <source>The library is whole: %n notes.</source>
        <translation>
            <numerusform>The library is whole: %n note.</numerusform>
            <numerusform>The library is whole: %n notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::WaysBack</name>
    <message numerus="yes">
        <source>%Ln note(s) are in the bin.</source>
        <translation>
            <numerusform>%Ln note is in the bin.</numerusform>
            <numerusform>%Ln notes are in the bin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::WeekWords</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::WeeksChart</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weeknotes::YearStrip</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
</TS>
