#!/usr/bin/env bash
# Checks the reports of a repository in a pipeline, on any host, and cannot be talked round by what it checks.
#
# The files of the commit are laid into a folder of their own, byte for byte as git keeps them: no attribute, filter or
# encoding that a contribution names has a say, links are plain files, and nothing is ever run. Where there is a base (the
# branch that a contribution wants to go to), the settings, the baseline and the ignore files are those of the base: a
# contribution cannot switch off or hide what it is judged by. Then only what the contribution changes is reported on,
# with all other reports as context.
#
# Everything comes in by the environment, one value each:
#   TERMWISE           the program; `termwise` if not set
#   TERMWISE_BASE      the revision that a contribution is to go to; nothing to check the whole repository
#   TERMWISE_HEAD      the commit to check; HEAD if not set
#   TERMWISE_PATHS     folders or files to check, one a line; all if not set
#   TERMWISE_FAIL_ON   error, query (if not set), note or never
#   TERMWISE_BASELINE  the file of findings to live with, by its path in the repository
#   TERMWISE_OUT       a folder for what is written; a new one if not set; never one that git tracks files of
#   TERMWISE_HOST      github, azure or none: whose annotations are printed; told from the host's own variables if not set
#
# The exit code is that of `termwise lint`: 0 nothing to correct, 1 findings, 2 not done; also 2 where a contribution's
# own termwise.yaml has faults.
set -Eeuo pipefail
# What goes wrong unforeseen is no finding: the job could not be done.
trap 'exit 2' ERR
export LC_ALL=C.UTF-8

program=${TERMWISE:-termwise}
# It is run from another folder.
case $program in /* | [!/]*:[\\/]*) ;; */*) program=$(cd "$(dirname -- "$program")" && pwd)/$(basename -- "$program") ;; esac
host=${TERMWISE_HOST:-}
if [ -z "$host" ]; then
    if [ -n "${GITHUB_ACTIONS:-}" ]; then host=github; elif [ -n "${TF_BUILD:-}" ]; then host=azure; else host=none; fi
fi
fail_on=${TERMWISE_FAIL_ON:-query}
baseline=${TERMWISE_BASELINE:-}
while [ "${baseline#./}" != "$baseline" ]; do baseline=${baseline#./}; done
# Whoever runs this in a pipeline says so here, and nowhere else.
unset TERMWISE_CONFIG TERMWISE_FORMAT

scratch=$(mktemp -d)
work=$scratch/reports store=$scratch/git made=$scratch/made
mkdir "$work" "$made"
: >"$scratch/notices"

# A runner obeys nothing between these two, whatever the log holds; so they stand around all that git and termwise say.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
stopped=0
if [ "$host" = github ]; then
    printf '::stop-commands::%s\n' "$token"
    stopped=1
fi
resume() {
    [ "$stopped" = 0 ] || printf '::%s::\n' "$token"
    stopped=0
    cat "$scratch/notices"
    : >"$scratch/notices"
}
finish() {
    resume
    rm -rf "$scratch"
}
trap finish EXIT

# Letters that are not seen, or turn a line round; the controls are told by their class.
hidden=$'[\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]'
# Words from outside as a log may hold them: on one line, and no command of a runner.
shown() {
    local words=${1//[^[:print:]]/?}
    words=${words//$hidden/?}
    printf '%s' "${words//'##'/# #}"
}
say() { printf 'termwise: %s\n' "$*" >&2; }
# A value of a runner's command, as each of them reads it back.
property() {
    local words
    words=$(shown "$1")
    case $host in
        github)
            words=${words//'%'/%25}
            words=${words//:/%3A}
            printf '%s' "${words//,/%2C}"
            ;;
        *)
            words=${words//'%'/%AZP25}
            words=${words//;/%3B}
            printf '%s' "${words//]/%5D}"
            ;;
    esac
}
# An annotation of our own: kind, path, words. It is printed once commands are heard again.
annotate() {
    case $host in
        github) printf '::%s file=%s,title=termwise::%s\n' "$1" "$(property "$2")" "$3" >>"$scratch/notices" ;;
        azure) printf '##vso[task.logissue type=%s;sourcepath=%s]%s\n' "$1" "$(property "$2")" "$3" >>"$scratch/notices" ;;
        *) say "$(shown "$2"): $3" ;;
    esac
}
# A file because of which the job cannot be done.
refuse() {
    [ "$host" = none ] || say "$(shown "$1"): $2"
    annotate error "$1" "$2"
    exit 2
}
# Git, whose own words hold names of files as they are: they pass through the same cleaning as ours.
ask() {
    local got=0 line
    git "$@" 2>"$scratch/said" || got=$?
    while IFS= read -r line || [ -n "$line" ]; do
        say "git: $(shown "$line")"
    done <"$scratch/said"
    return "$got"
}
case $host in
    github) whole="fetch the whole history (fetch-depth: 0 at actions/checkout)" ;;
    azure) whole="fetch the whole history (fetchDepth: '0' at checkout)" ;;
    *) whole="fetch the whole history (on GitLab, GIT_DEPTH: \"0\")" ;;
esac
commit() {
    ask rev-parse --verify --quiet --end-of-options "$1^{commit}" || {
        say "git knows no revision \"$(shown "$1")\" here; $whole"
        exit 2
    }
}

top=$(ask rev-parse --show-toplevel)

# Where the files go. Whoever contributes could have put a link there, or a file that is taken for one of ours.
if [ -n "${TERMWISE_OUT:-}" ]; then
    inside=$(cd "$top" && pwd -P)
    step=$TERMWISE_OUT
    # With a stroke at its end, a link is what it leads to.
    while [ "${step%/}" != "$step" ] && [ "$step" != / ]; do step=${step%/}; done
    while :; do
        folder=$(dirname -- "$step")
        if [ -L "$step" ]; then
            case $(cd "$folder" && pwd -P)/ in
                "$inside"/*)
                    say "TERMWISE_OUT leads through a link of the repository, so nothing is written there; name a folder outside of it"
                    exit 2
                    ;;
            esac
        fi
        [ "$folder" != "$step" ] && [ "$folder" != . ] || break
        step=$folder
    done
    mkdir -p -- "$TERMWISE_OUT"
    out=$(cd "$TERMWISE_OUT" && pwd -P)
    case $out/ in
        "$inside"/*)
            (cd "$out" && ask ls-files -- .) >"$scratch/tracked"
            if [ -s "$scratch/tracked" ]; then
                say "git tracks files in the folder of TERMWISE_OUT, so nothing is written there; name a folder outside of the repository"
                exit 2
            fi
            ;;
    esac
else
    out=$(mktemp -d)
fi
pages=(termwise.sarif junit.xml gitlab.json findings.jsonl summary.md check.html github.txt azure.txt changes.md)
for page in "${pages[@]}"; do rm -rf -- "${out:?}/$page"; done

cd "$top"
head=$(commit "${TERMWISE_HEAD:-HEAD}")
base='' since=''
if [ -n "${TERMWISE_BASE:-}" ]; then
    base=$(commit "$TERMWISE_BASE")
    since=$(ask merge-base "$base" "$head") || {
        if [ "$(ask rev-parse --is-shallow-repository)" = true ]; then
            say "the history is cut short here, so nobody can tell what the contribution changes; $whole"
        else
            say "the base and the contribution have no history in common"
        fi
        exit 2
    }
fi

# A repository without settings, hooks or attributes, that finds the commits where they are.
objects=$(cd "$(ask rev-parse --git-path objects)" && { pwd -W 2>/dev/null || pwd -P; })
kind=$(ask rev-parse --show-object-format)
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY
ask init --quiet --template= --object-format="$kind" --separate-git-dir "$store" "$work"
printf '%s\n' "$objects" >>"$store/objects/info/alternates"
# Git's own look at the names: none leads out of the folder, or into what git keeps.
ask -C "$work" read-tree "$head" || {
    say "a name in the contribution is none that git would take, so nothing of it is checked"
    exit 2
}
rm -f "$store/index"

# What decides over how reports are judged, and which are read.
is_ruling() {
    local rules=1
    # Some disks do not tell `Termwise.yaml` from `termwise.yaml`.
    shopt -s nocasematch
    case ${1##*/} in termwise.yaml | termwise.yml | .ignore | .gitignore) rules=0 ;; esac
    shopt -u nocasematch
    [ "$rules" = 0 ] || { [ -n "$baseline" ] && [ "$1" = "$baseline" ]; }
}
# A file as git keeps it: object, path.
lay() {
    case /$2/ in
        */../* | */./* | *//* | */.[gG][iI][tT]/*) refuse "$2" "No file may have this name, so nothing was checked." ;;
    esac
    case $2 in */*) [ -d "$work/${2%/*}" ] || mkdir -p -- "$work/${2%/*}" 2>/dev/null || return 1 ;; esac
    [ ! -e "$work/$2" ] || return 1
    { git --git-dir="$store" cat-file blob "$1" >"$work/$2"; } 2>/dev/null
}
# Lays the files of a listing that are asked for: `ruling`, `others` or `all`.
lay_all() {
    local entry path mode kind object
    while IFS= read -r -d '' entry; do
        path=${entry#*$'\t'}
        read -r mode kind object <<<"${entry%%$'\t'*}"
        [ "$kind" = blob ] || continue
        case $2 in
            ruling)
                case $mode in 100*) ;; *) continue ;; esac
                is_ruling "$path" || continue
                ;;
            others) if is_ruling "$path"; then continue; fi ;;
        esac
        lay "$object" "$path" || {
            git --git-dir="$store" cat-file -e "$object" 2>/dev/null ||
                refuse "$path" "Git does not have here what is in this file, so nothing was checked; $whole."
            refuse "$path" "This file cannot be laid out, so nothing was checked: its name is too long, or a file or folder of that name, or the settings of the branch that it goes to, stand in its place."
        }
    done <"$1"
}

code=0
settings_changed=0
ask -C "$work" ls-tree -r -z --full-tree "$head" >"$scratch/head"
if [ -z "$base" ]; then
    lay_all "$scratch/head" all
else
    ask -C "$work" ls-tree -r -z --full-tree "$base" >"$scratch/base"
    ask -C "$work" diff-tree -r -z --name-only --no-renames "$since" "$head" >"$scratch/changed"
    # What the contribution says of how it is judged is told, and judged by whoever merges it.
    while IFS= read -r -d '' path; do
        name=${path##*/}
        shopt -s nocasematch
        case $name in
            termwise.yaml | termwise.yml)
                settings_changed=1
                annotate warning "$path" \
                    "This contribution changes the settings. Its reports were checked by those of the branch it goes to; look at the change before you merge it."
                mkdir "$scratch/settings"
                if git --git-dir="$store" cat-file blob "$head:$path" >"$scratch/settings/$name" 2>/dev/null; then
                    if ! (cd "$scratch/settings" && "$program" lint "$name"); then
                        annotate error "$path" "These settings have faults; the log says which. Once merged, no report could be checked."
                        code=2
                    fi
                fi
                rm -rf "$scratch/settings"
                ;;
            .ignore | .gitignore)
                annotate warning "$path" \
                    "This contribution changes which files are left out. Its reports were checked as the branch it goes to has it; look at the change before you merge it."
                ;;
            .gitattributes)
                annotate warning "$path" \
                    "This contribution changes how git writes files. Its reports were checked as git keeps them; look at the change before you merge it."
                ;;
        esac
        shopt -u nocasematch
        if [ -n "$baseline" ] && [ "$path" = "$baseline" ]; then
            annotate warning "$path" \
                "This contribution changes the findings to live with. Its reports were checked by those of the branch it goes to; look at the change before you merge it."
        fi
    done <"$scratch/changed"
    lay_all "$scratch/base" ruling
    lay_all "$scratch/head" others
    if [ -n "$baseline" ] && [ ! -e "$work/$baseline" ]; then
        say "the branch that the contribution goes to has no $(shown "$baseline") yet, so every finding counts"
        mkdir -p -- "$(dirname -- "$work/$baseline")"
        printf '{"version": 1, "findings": []}\n' >"$work/$baseline"
    fi
fi

cd "$work"
lint=(lint --explained --fail-on "$fail_on" --color never)
[ -z "$since" ] || lint+=(--changed-since "$since")
[ -z "$baseline" ] || lint+=(--baseline "$baseline")
for output in sarif=termwise.sarif junit=junit.xml gitlab=gitlab.json jsonl=findings.jsonl markdown=summary.md html=check.html \
    github=github.txt azure=azure.txt; do
    lint+=(--output "${output%%=*}=$made/${output#*=}")
done
paths=()
while IFS= read -r path; do
    [ -n "$path" ] || continue
    if [ -n "$since" ] && [ ! -e "$path" ] && git --git-dir="$store" cat-file -e "$since:${path#./}" 2>/dev/null; then
        say "$(shown "$path") is deleted by the contribution"
        continue
    fi
    paths+=("$path")
done <<<"${TERMWISE_PATHS:-}"
checked=0
"$program" "${lint[@]}" -- ${paths[@]+"${paths[@]}"} || checked=$?
if [ "$checked" = 2 ] && [ -n "$base" ]; then
    # A contribution is not to be blamed for what it did not write.
    while IFS= read -r -d '' entry; do
        path=${entry#*$'\t'}
        case $path in
            termwise.yaml | */termwise.yaml)
                "$program" lint -- "$path" >/dev/null 2>&1 ||
                    annotate error "$path" "These settings have faults, and they are those of the branch that the contribution goes to. Mend them there first, by themselves; until then no contribution can be checked."
                ;;
        esac
    done <"$scratch/base"
fi
if [ -n "$since" ]; then
    "$program" diff --rev "$since..$head" --format markdown >"$made/changes.md" || {
        say "what the contribution changes could not be compared"
        rm -f "$made/changes.md"
    }
fi
# 2 beats 1, and a code that is none of termwise's own is no success either.
case $checked in 0 | 1) [ "$code" -ne 0 ] || code=$checked ;; *) code=2 ;; esac
for page in "${pages[@]}"; do
    [ ! -f "$made/$page" ] || cp -- "$made/$page" "$out/$page"
done

resume
case $host in
    github)
        [ ! -f "$out/github.txt" ] || cat "$out/github.txt"
        if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$out/summary.md" ]; then
            if [ "$(wc -c <"$out/summary.md")" -lt 1000000 ]; then
                cat "$out/summary.md" >>"$GITHUB_STEP_SUMMARY"
            else
                echo "The summary is too long for this page; the log and the files of the run have it." >>"$GITHUB_STEP_SUMMARY"
            fi
        fi
        if [ -n "${GITHUB_OUTPUT:-}" ]; then
            printf 'exit-code=%s\nfolder=%s\nsettings-changed=%s\n' "$code" "$out" "$settings_changed" >>"$GITHUB_OUTPUT"
        fi
        ;;
    azure)
        [ ! -f "$out/azure.txt" ] || cat "$out/azure.txt"
        [ ! -f "$out/summary.md" ] || printf '##vso[task.uploadsummary]%s\n' "$out/summary.md"
        [ ! -f "$out/junit.xml" ] ||
            printf '##vso[results.publish type=JUnit;runTitle=termwise;publishRunAttachments=false;resultFiles=%s]\n' "$out/junit.xml"
        [ ! -f "$out/check.html" ] || printf '##vso[artifact.upload artifactname=termwise]%s\n' "$out/check.html"
        ;;
esac
exit "$code"
