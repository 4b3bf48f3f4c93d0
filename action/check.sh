#!/usr/bin/env bash
# Checks the reports of a repository in a pipeline, on any host, and cannot be talked round by what it checks.
#
# The reports of the commit are laid into a folder of their own, links as plain files; nothing of them is ever run. Where
# there is a base (the branch that a contribution wants to go to), the settings, and the baseline, are those of the base: a
# contribution cannot switch off what it is judged by. Then only what the contribution changes is reported on, with
# all other reports as context. No ignore file of a contribution hides a report.
#
# Everything comes in by the environment, one value each:
#   TERMWISE           the program; `termwise` if not set
#   TERMWISE_BASE      the revision that a contribution is to go to; nothing to check the whole repository
#   TERMWISE_HEAD      the commit to check; HEAD if not set
#   TERMWISE_PATHS     folders or files to check, one a line; all if not set
#   TERMWISE_FAIL_ON   error, query (if not set), note or never
#   TERMWISE_BASELINE  the file of findings to live with, by its path in the repository
#   TERMWISE_OUT       a folder for what is written; a new one if not set
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
# Whoever runs this in a pipeline says so here, and nowhere else.
unset TERMWISE_CONFIG TERMWISE_FORMAT

say() { printf 'termwise: %s\n' "$*" >&2; }
commit() {
    git rev-parse --verify --quiet --end-of-options "$1^{commit}" || {
        say "git knows no revision \"${1//[^[:print:]]/?}\" here; fetch the whole history (fetch-depth: 0)"
        exit 2
    }
}
# A path as a value of a runner's command, letters beyond ASCII as signs: some of them are not seen.
quoted() {
    local LC_ALL=C
    local path=${1//[^[:print:]]/?}
    path=${path//'%'/%25}
    path=${path//:/%3A}
    path=${path//,/%2C}
    path=${path//;/%3B}
    printf '%s' "${path//]/%5D}"
}
# An annotation of our own: kind, path, words.
annotate() {
    case $host in
        github) printf '::%s file=%s,title=termwise::%s\n' "$1" "$(quoted "$2")" "$3" ;;
        azure) printf '##vso[task.logissue type=%s;sourcepath=%s]%s\n' "$1" "$(quoted "$2")" "$3" ;;
        *) say "${2//[^[:print:]]/?}: $3" ;;
    esac
}

top=$(git rev-parse --show-toplevel)
cd "$top"
head=$(commit "${TERMWISE_HEAD:-HEAD}")
base='' since=''
if [ -n "${TERMWISE_BASE:-}" ]; then
    base=$(commit "$TERMWISE_BASE")
    since=$(git merge-base "$base" "$head") || { say "the base and the contribution have no history in common"; exit 2; }
fi

scratch=$(mktemp -d)
work=$scratch/reports
cleanup() {
    git -C "$top" worktree remove --force "$work" 2>/dev/null || true
    rm -rf "$scratch"
}
trap cleanup EXIT
if [ -n "${TERMWISE_OUT:-}" ]; then
    mkdir -p "$TERMWISE_OUT"
    out=$(cd "$TERMWISE_OUT" && pwd)
else
    out=$(mktemp -d)
fi

git -c core.hooksPath=/dev/null -c core.symlinks=false worktree add --quiet --detach "$work" "$head"

code=0
settings_changed=0
if [ -n "$base" ]; then
    # What the contribution says of the settings is told, and judged by whoever merges it.
    while IFS= read -r -d '' path; do
        settings_changed=1
        annotate warning "$path" \
            "This contribution changes the settings. Its reports were checked by those of the branch it goes to; look at the change before you merge it."
        mkdir -p "$scratch/settings"
        if git cat-file blob "$head:$path" >"$scratch/settings/termwise.yaml" 2>/dev/null; then
            if ! (cd "$scratch/settings" && "$program" lint termwise.yaml); then
                annotate error "$path" "These settings have faults; the log says which. Once merged, no report could be checked."
                code=2
            fi
        fi
        rm -rf "$scratch/settings"
    done < <(git diff --name-only -z --no-renames "$since" "$head" -- ':(glob)**/termwise.yaml')
    find "$work" -depth \( -name termwise.yaml -o -name termwise.yml \) -exec rm -rf {} +
    [ -z "$baseline" ] || rm -rf "${work:?}/$baseline"
    while IFS= read -r -d '' entry; do
        path=${entry#*$'\t'}
        read -r mode kind object <<<"${entry%%$'\t'*}"
        case $mode/$kind in 100*/blob) ;; *) continue ;; esac
        case $path in
            termwise.yaml | */termwise.yaml | "$baseline")
                mkdir -p "$work/$(dirname -- "$path")" || {
                    say "a file of the contribution stands where the folder of ${path//[^[:print:]]/?} belongs"
                    exit 2
                }
                git cat-file blob "$object" >"$work/$path"
                ;;
        esac
    done < <(git ls-tree -r -z "$base")
fi

cd "$work"
lint=(lint --no-ignore --explained --fail-on "$fail_on" --color never)
[ -z "$since" ] || lint+=(--changed-since "$since")
[ -z "$baseline" ] || lint+=(--baseline "$baseline")
for output in sarif=termwise.sarif junit=junit.xml gitlab=gitlab.json jsonl=findings.jsonl markdown=summary.md html=check.html \
    github=github.txt azure=azure.txt; do
    rm -f "$out/${output#*=}"
    lint+=(--output "${output%%=*}=$out/${output#*=}")
done
paths=()
while IFS= read -r path; do
    [ -z "$path" ] || paths+=("$path")
done <<<"${TERMWISE_PATHS:-}"
# A runner obeys nothing between these two, whatever the log holds.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
[ "$host" != github ] || printf '::stop-commands::%s\n' "$token"
checked=0
"$program" "${lint[@]}" -- ${paths[@]+"${paths[@]}"} || checked=$?
if [ -n "$since" ]; then
    "$program" diff --rev "$since..$head" --format markdown >"$out/changes.md" ||
        { say "what the contribution changes could not be compared"; rm -f "$out/changes.md"; }
fi
[ "$host" != github ] || printf '::%s::\n' "$token"
# 2 beats 1, and a code that is none of termwise's own is no success either.
case $checked in 0 | 1) [ "$code" -ne 0 ] || code=$checked ;; *) code=2 ;; esac

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
