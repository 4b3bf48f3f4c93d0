#!/usr/bin/env bash
# Checks the reports of a repository in a pipeline, on any host, and cannot be talked round by what it checks.
#
# The files of the commit that termwise may read are laid into a folder of their own, byte for byte as git keeps them: no
# attribute, filter or encoding that a contribution names has a say, no link is followed, and nothing is ever run. Where
# there is a base (the branch that a contribution wants to go to), the settings, the baseline and the ignore files are
# those of the base: a contribution cannot switch off or hide what it is judged by. Then only what the contribution
# changes is reported on, with all other reports as context; `termwise lint --contribution` tells what else it changes.
#
# Everything comes in by the environment, one value each:
#   TERMWISE           the program; `termwise` if not set
#   TERMWISE_BASE      the revision that a contribution is to go to, in full (refs/remotes/origin/main); nothing to check
#                      the whole repository
#   TERMWISE_HEAD      the commit to check; HEAD if not set
#   TERMWISE_PATHS     folders or files to check, one a line, from the top of the repository; all if not set
#   TERMWISE_FAIL_ON   error, query (if not set), note or never
#   TERMWISE_BASELINE  the file of findings to live with, by its path from the top of the repository
#   TERMWISE_OUT       a folder for what is written; a new one if not set; never one that git tracks files of
#   TERMWISE_HOST      github, azure or none: whose annotations are printed; told from the host's own variables if not set
#
# It needs bash, git and awk.
#
# What it cannot guard: whether it is run at all, and by which recipe. That is set at the host (README, "In a pipeline").
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
fail_on=${TERMWISE_FAIL_ON:-query}
host=${TERMWISE_HOST:-}
if [ -z "$host" ]; then
    if [ -n "${GITHUB_ACTIONS:-}" ]; then host=github; elif [ -n "${TF_BUILD:-}" ]; then host=azure; else host=none; fi
fi
case $host in
    github) whole="fetch the whole history (fetch-depth: 0 at actions/checkout)" ;;
    azure) whole="fetch the whole history (fetchDepth: '0' at checkout)" ;;
    none) whole="fetch the whole history (on GitLab, GIT_DEPTH: \"0\")" ;;
    *)
        printf 'termwise: TERMWISE_HOST is github, azure or none\n' >&2
        exit 2
        ;;
esac
# Whoever runs this in a pipeline says so here, and nowhere else.
unset TERMWISE_CONFIG TERMWISE_FORMAT

scratch=$(mktemp -d)
work=$scratch/reports store=$scratch/git made=$scratch/made
mkdir "$work" "$made"

# What a runner is told goes here, wherever else the words of a step go.
exec 3>&1
# A runner obeys nothing between these two, whatever the log holds; so they stand around all that git and termwise say.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
stopped=0
if [ "$host" = github ]; then
    printf '::stop-commands::%s\n' "$token"
    stopped=1
fi
resume() {
    [ "$stopped" = 0 ] || printf '::%s::\n' "$token" >&3
    stopped=0
}

# Letters that are not seen, or turn a line round; the controls are told by their class.
hidden=$'[\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]'
# Words from outside as a log may hold them: on one line, and no command of a runner.
shown() {
    local words=${1//[^[:print:]]/?}
    words=${words//$hidden/?}
    printf '%s' "${words//'##'/# #}"
}
say() { printf 'termwise: %s\n' "$*" >&2; }
# The one annotation of our own: that nothing was checked, why, and because of which file. All others are termwise's.
why="Nothing was checked; the log of the run says why." blamed=''
cannot() {
    local words about=''
    case $host in
        github)
            words=${blamed//'%'/%25}
            words=${words//:/%3A}
            [ -z "$blamed" ] || about="file=${words//,/%2C},"
            printf '::error %stitle=not checked::%s\n' "$about" "${why//'%'/%25}" >&3
            [ -z "${GITHUB_STEP_SUMMARY:-}" ] || echo "Nothing was checked; the log of the run says why." >>"$GITHUB_STEP_SUMMARY"
            ;;
        azure)
            words=${blamed//'%'/%AZP25}
            words=${words//;/%3B}
            [ -z "$blamed" ] || about=";sourcepath=${words//]/%5D}"
            printf '##vso[task.logissue type=error%s]%s\n' "$about" "${why//'%'/%AZP25}" >&3
            ;;
    esac
}
finish() {
    resume
    [ -z "$why" ] || cannot
    rm -rf "$scratch"
}
trap finish EXIT
# Ends the run, since the job cannot be done: why, and because of which file of the contribution.
refuse() {
    blamed=$(shown "${2:-}")
    say "${blamed:+$blamed: }$1"
    why="Nothing was checked: $1."
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
commit() {
    local kind found=0
    # A tag may be called as a branch is, and git would take the tag. A name in full is no other's.
    if ! git show-ref --verify --quiet -- "$1" 2>/dev/null; then
        for kind in refs/ refs/tags/ refs/heads/ refs/remotes/; do
            if git show-ref --verify --quiet -- "$kind$1" 2>/dev/null; then found=$((found + 1)); fi
        done
    fi
    [ "$found" -lt 2 ] || return 3
    ask rev-parse --verify --quiet --end-of-options "$1^{commit}"
}
named() {
    local got=0
    commit "$1" >"$scratch/commit" || got=$?
    case $got in
        0) ;;
        3) refuse "\"$(shown "$1")\" is the name of a branch and of a tag here; name it in full, such as refs/remotes/origin/main" ;;
        *) refuse "git knows no revision \"$(shown "$1")\" here; $whole" ;;
    esac
}
# A path from the top of the repository, into `path`. One that leads elsewhere would have the checkout itself judged, by the
# contribution's own settings.
plain() {
    path=$1
    while [ "${path#./}" != "$path" ]; do path=${path#./}; done
    while [ "${path%/}" != "$path" ] && [ "$path" != / ]; do path=${path%/}; done
    [ "$path" != . ] || return 0
    case /$path/ in
        /-/ | //* | */../* | */./* | *//* | '/~'* | /[a-zA-Z]:* | *\\*)
            refuse "\"$(shown "$1")\" is no path from the top of the repository; write it like reports/2024-25"
            ;;
    esac
}

top=$(ask rev-parse --show-toplevel)
inside=$(cd "$top" && pwd -P)
case $(cd "$scratch" && pwd -P)/ in
    "$inside"/*) refuse "the folder for what is only kept for a while (TMPDIR) lies in the repository; name one outside of it" ;;
esac
paths=()
while IFS= read -r path; do
    [ -n "$path" ] || continue
    plain "$path"
    paths+=("$path")
done <<<"${TERMWISE_PATHS:-}"
baseline=''
if [ -n "${TERMWISE_BASELINE:-}" ]; then
    plain "$TERMWISE_BASELINE"
    baseline=$path
fi

# Where the files go. Whoever contributes could have put a link there, or a file that is taken for one of ours.
if [ -n "${TERMWISE_OUT:-}" ]; then
    step=$TERMWISE_OUT
    # With a stroke at its end, a link is what it leads to.
    while [ "${step%/}" != "$step" ] && [ "$step" != / ]; do step=${step%/}; done
    while :; do
        folder=$(dirname -- "$step")
        if [ -L "$step" ]; then
            case $(cd "$folder" && pwd -P)/ in
                "$inside"/*)
                    refuse "TERMWISE_OUT leads through a link of the repository, so nothing is written there; name a folder outside of it"
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
            [ ! -s "$scratch/tracked" ] ||
                refuse "git tracks files in the folder of TERMWISE_OUT, so nothing is written there; name a folder outside of the repository"
            ;;
    esac
else
    out=$(mktemp -d)
fi
pages=(termwise.sarif code-scanning.sarif junit.xml gitlab.json findings.jsonl summary.md check.html github.txt azure.txt changes.md)
for page in "${pages[@]}"; do rm -rf -- "${out:?}/$page"; done

cd "$top"
named "${TERMWISE_HEAD:-HEAD}"
head=$(cat "$scratch/commit")
base='' since=''
if [ -n "${TERMWISE_BASE:-}" ]; then
    named "$TERMWISE_BASE"
    base=$(cat "$scratch/commit")
    if ! ask merge-base --all "$base" "$head" >"$scratch/since"; then
        [ "$(ask rev-parse --is-shallow-repository)" != true ] ||
            refuse "the history is cut short here, so nobody can tell what the contribution changes; $whole"
        refuse "the base and the contribution have no history in common"
    fi
    since=$(cat "$scratch/since")
    # Which of them it is told from would be for the contribution to choose.
    case $since in
        *$'\n'*) refuse "the contribution and the base were parted and joined more than once, so nobody can tell what it changes; bring it up to date with the branch that it goes to (git merge), and run this again" ;;
    esac
fi

# A repository without settings, hooks or attributes, that finds the commits where they are.
objects=$(cd "$(ask rev-parse --git-path objects)" && { pwd -W 2>/dev/null || pwd -P; })
kind=$(ask rev-parse --show-object-format)
unset GIT_DIR GIT_COMMON_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_QUARANTINE_PATH
ask init --quiet --template= --object-format="$kind" --separate-git-dir "$store" "$work"
printf '%s\n' "$objects" >>"$store/objects/info/alternates"
# These beat all that a contribution could say of how files are written.
mkdir -p "$store/info"
printf '* -text !eol -ident -filter !working-tree-encoding\n' >"$store/info/attributes"
list() {
    ask -C "$work" ls-tree -r -z --full-tree "$1" >"$2" || refuse "git does not have all of the commits here; fetch them whole (without --filter), and $whole"
}
list "$head" "$scratch/head"
# Git's own look at the names: none leads out of the folder, or into what git keeps.
ask -C "$work" read-tree "$head" ||
    refuse "a name in the contribution is none that git would take, so nothing of it is checked"

# Of a listing, what decides over how reports are judged and which are read (`ruling`), the other files that may be read
# (`others`), or `all` of both.
choose() {
    local entry path name part count=0
    # Some disks do not tell `Termwise.yaml` from `termwise.yaml`.
    shopt -s nocasematch
    while IFS= read -r -d '' entry; do
        path=${entry#*$'\t'}
        name=${path##*/}
        case $name in
            termwise.yaml | termwise.yml | .ignore | .gitignore) part=ruling ;;
            *.md | *.markdown | *.yaml | *.yml | *.txt) part=others ;;
            *) part=none ;;
        esac
        if [ -n "$baseline" ] && [ "$path" = "$baseline" ]; then part=ruling; fi
        case $entry in
            100*) ;;
            120000*)
                # None is followed; but where one is called as settings are, termwise is to see and refuse it.
                case $part/$name in ruling/termwise.yaml | ruling/termwise.yml) ;; *) continue ;; esac
                ;;
            *) continue ;;
        esac
        if [ "$part" = "$2" ] || { [ "$2" = all ] && [ "$part" != none ]; }; then
            count=$((count + 1))
            [ "$count" -le 100000 ] ||
                refuse "there are more than 100,000 files in it that may be reports; keep what is none of them in another repository"
            printf '%s\0' "$entry"
        fi
    done <"$1"
    shopt -u nocasematch
}
# Lays out the files of a listing that are chosen, and none over another.
lay() {
    local entry path about laid=0
    choose "$1" "$2" >"$scratch/chosen"
    rm -f "$store/index"
    ask -C "$work" update-index -z --index-info <"$scratch/chosen"
    ask -C "$work" checkout-index --all || laid=$?
    while IFS= read -r -d '' entry; do
        path=${entry#*$'\t'} about=${entry%%$'\t'*}
        { [ ! -f "$work/$path" ] && [ ! -L "$work/$path" ]; } || continue
        git --git-dir="$store" cat-file -e "${about##* }" 2>/dev/null ||
            refuse "git does not have here what is in this file; fetch it whole (without --filter), and $whole" "$path"
        refuse "this file cannot be laid out: its name is too long, or a file or folder of that name, or the settings of the branch that it goes to, stand in its place" "$path"
    done <"$scratch/chosen"
    # On some disks two names are one.
    [ "$laid" = 0 ] || refuse "not all files can be laid out here; the log says which"
}

settings_changed=0 settings_differ=0
if [ -z "$base" ]; then
    lay "$scratch/head" all
else
    list "$base" "$scratch/base"
    lay "$scratch/base" ruling
    lay "$scratch/head" others
    ask -C "$work" diff-tree -r -z --name-only --no-renames "$since" "$head" >"$scratch/changed"
    if grep -qziE '(^|/)termwise\.ya?ml$' "$scratch/changed"; then settings_changed=1; fi
    # The base may have changed them too, since the contribution was begun.
    ask -C "$work" diff-tree -r -z --name-only --no-renames "$base" "$head" >"$scratch/differ"
    if grep -qziE '(^|/)termwise\.ya?ml$' "$scratch/differ"; then settings_differ=1; fi
fi
if [ -n "$baseline" ] && [ ! -e "$work/$baseline" ]; then
    say "there is no $(shown "$baseline") here yet${base:+, on the branch that the contribution goes to}, so every finding counts"
    mkdir -p -- "$(dirname -- "$work/$baseline")"
    printf '{"version": 1, "findings": []}\n' >"$work/$baseline"
fi

cd "$work"
lint=(lint --explained --fail-on "$fail_on" --color never)
[ -z "$since" ] || lint+=(--changed-since "$since" --contribution "$head" --onto "$base")
[ -z "$baseline" ] || lint+=(--baseline "$baseline")
for output in sarif=termwise.sarif junit=junit.xml gitlab=gitlab.json jsonl=findings.jsonl markdown=summary.md html=check.html \
    github=github.txt azure=azure.txt; do
    lint+=(--output "${output%%=*}=$made/${output#*=}")
done
code=0
"$program" "${lint[@]}" -- ${paths[@]+"${paths[@]}"} || code=$?
# A code that is none of termwise's own is no success either.
case $code in 0 | 1) ;; *) code=2 ;; esac
# Nor is one that has no pages to it.
if [ -f "$made/github.txt" ]; then why=''; else code=2; fi
if [ -n "$since" ] && [ -z "$why" ]; then
    # GitLab and code scanning themselves compare what is found on both sides, and tell what one side leaves out as mended.
    # So they get what there is in all reports; what is told of files beside that stands in the pages of the first run.
    all=(lint --explained --fail-on never --color never)
    [ -z "$baseline" ] || all+=(--baseline "$baseline")
    all+=(--output "gitlab=$scratch/gitlab.json" --output "sarif=$made/code-scanning.sarif")
    "$program" "${all[@]}" -- ${paths[@]+"${paths[@]}"} >"$scratch/said" 2>&1 || true
    # The settings are those of the base: where the contribution has others, their lines are not those of its file.
    if [ -f "$made/code-scanning.sarif" ] && [ "$settings_differ" = 1 ]; then
        awk '/^ *"uri": "/ { elsewhere = /"(.*\/)?termwise\.ya?ml",$/ }
            elsewhere && /^ *"(startColumn|endLine|endColumn)": [0-9]+,?$/ { next }
            elsewhere { sub(/"startLine": [0-9]+,?$/, "\"startLine\": 1") }
            { print }' "$made/code-scanning.sarif" >"$scratch/lines" && cp -- "$scratch/lines" "$made/code-scanning.sarif" ||
            rm -f "$made/code-scanning.sarif"
    fi
    # Each entry once, by its fingerprint.
    [ -f "$made/code-scanning.sarif" ] && [ -f "$scratch/gitlab.json" ] && awk -v differ="$settings_differ" '/^  \{$/ { entry = ""; known = elsewhere = 0 }
        /^      "path": "(.*\/)?termwise\.ya?ml",$/ { elsewhere = differ && NR != FNR }
        elsewhere { sub(/": [0-9]+/, "\": 1") }
        { entry = entry (entry == "" ? "" : "\n") $0 }
        /^    "fingerprint": / { known = seen[$0]++ }
        /^  \},?$/ { sub(/,$/, "", entry); if (!known) printf "%s\n%s", (count++ ? "," : "["), entry }
        END { print (count ? "\n]" : "[]") }' "$made/gitlab.json" "$scratch/gitlab.json" >"$scratch/joined" &&
        cp -- "$scratch/joined" "$made/gitlab.json" ||
        say "gitlab.json and code-scanning.sarif hold what has changed only: all reports could not be checked beside it"
fi
[ -n "$why" ] || [ -f "$made/code-scanning.sarif" ] || cp -- "$made/termwise.sarif" "$made/code-scanning.sarif"
if [ -n "$since" ]; then
    # Where the settings of the base have faults, what is called how is not known, and the plain form has to do.
    "$program" diff --rev "$since..$head" --format markdown >"$made/changes.md" 2>/dev/null ||
        "$program" diff --no-config --rev "$since..$head" --format markdown >"$made/changes.md" || {
        say "what the contribution changes could not be compared"
        rm -f "$made/changes.md"
    }
fi
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
            printf 'exit-code=%s\nsettings-changed=%s\n' "$code" "$settings_changed" >>"$GITHUB_OUTPUT"
            [ -n "$why" ] || printf 'folder=%s\n' "$out" >>"$GITHUB_OUTPUT"
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
