# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2207
# Completion for weeknotes: subcommands, their options, and the words that options accept.

_weeknotes() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} subcommand='' index
    COMPREPLY=()
    case $before in
    --library | --to) COMPREPLY=($(compgen -d -- "$word")); return ;;
    --kind) COMPREPLY=($(compgen -W 'weeknote fortnight longer post' -- "$word")); return ;;
    --status) COMPREPLY=($(compgen -W 'draft ready published' -- "$word")); return ;;
    --from) COMPREPLY=($(compgen -W 'auto markdown text' -- "$word")); return ;;
    --note | --week | --title | --season | --year | --limit | --date) return ;;
    esac
    for ((index = 1; index < COMP_CWORD; index++)); do
        case ${COMP_WORDS[index]} in
        --library | --note) ((index++)) ;;
        -*) ;;
        *) subcommand=${COMP_WORDS[index]}; break ;;
        esac
    done
    if [[ $before == --as ]]; then
        case $subcommand in
        show) COMPREPLY=($(compgen -W 'md html text json' -- "$word")) ;;
        export) COMPREPLY=($(compgen -W 'page site medium-archive markdown hugo jekyll eleventy pdf book' -- "$word")) ;;
        esac
        return
    fi
    case $subcommand in
    '') set -- new pause list timeline show search import export published check jot stats config copy backup restore verify \
        --library --note --help --version ;;
    new) set -- --week --kind --title ;;
    pause) set -- end --note ;;
    list) set -- --json --season --status --year ;;
    timeline) set -- --json ;;
    show) set -- --as ;;
    search) set -- --json --limit ;;
    import) set -- --from --year --dry-run --json ;;
    export) set -- --to --as --all --season --year ;;
    published) set -- --date ;;
    check) set -- --json --all --links ;;
    jot) set -- --week ;;
    stats) set -- --json --season --year ;;
    verify) set -- --backups ;;
    config) set -- author backup-daily backup-folder backup-monthly backup-weekly base-url grace-until language markdown-copy not-here page-colour page-drop-cap page-footer page-picture page-templates run-fortnight run-late run-shown section-renames site-about site-description site-title storylines title-pattern views week-naming week-numbering week-start ;;
    *) set -- ;;
    esac
    COMPREPLY=($(compgen -W "$*" -- "$word"))
    if [[ $subcommand =~ ^(import|backup|restore)$ && $word != -* ]]; then COMPREPLY+=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _weeknotes weeknotes
