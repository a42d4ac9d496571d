// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/backupcommand.h"
#include "cli/checkcommand.h"
#include "cli/configcommand.h"
#include "cli/copycommand.h"
#include "cli/exportcommand.h"
#include "cli/importcommand.h"
#include "cli/jotcommand.h"
#include "cli/listcommand.h"
#include "cli/newcommand.h"
#include "cli/pausecommand.h"
#include "cli/publishedcommand.h"
#include "cli/restorecommand.h"
#include "cli/searchcommand.h"
#include "cli/showcommand.h"
#include "cli/statscommand.h"
#include "cli/timelinecommand.h"
#include "cli/verifycommand.h"

namespace Weeknotes {

namespace {

template <typename... Commands> std::vector<std::unique_ptr<const Command>> makeCommands()
{
    std::vector<std::unique_ptr<const Command>> all;
    (all.push_back(std::make_unique<Commands>()), ...);
    return all;
}

} // namespace

const std::vector<std::unique_ptr<const Command>> &commands()
{
    static const auto all =
        makeCommands<NewCommand, PauseCommand, ListCommand, TimelineCommand, ShowCommand, SearchCommand, ImportCommand,
                     ExportCommand, PublishedCommand, CheckCommand, JotCommand, StatsCommand, ConfigCommand,
                     CopyCommand, BackupCommand, RestoreCommand, VerifyCommand>();
    return all;
}

} // namespace Weeknotes
