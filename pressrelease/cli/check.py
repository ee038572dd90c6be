"""`pressrelease check`."""

from __future__ import annotations

import sys
from dataclasses import replace

import click
from click.shell_completion import CompletionItem

from pressrelease.checks import DEFAULT, profile, profiles, weighs
from pressrelease.checks.report import REPORTS, Account, closing, excerpt, explained
from pressrelease.cli.checking import Checker, contradicting, files_of, is_folder
from pressrelease.cli.common import finding_lines, folded, moment, talk, width
from pressrelease.cli.errors import tell
from pressrelease.cli.progress import Progress
from pressrelease.errors import PressReleaseError
from pressrelease.findings import SEVERITIES, Severity
from pressrelease.newsroom import Checks, Newsroom, utc_now


def _profiles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(p.name, help=p.title) for p in profiles() if p.name.startswith(incomplete)]


def _rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(r.id, help=r.title) for r in DEFAULT if r.id.startswith(incomplete)]


def _explain(ctx: click.Context, param: click.Parameter, rule: str | None) -> None:
    if rule:
        click.echo(explained(DEFAULT.get(rule)), nl=False)
        ctx.exit()


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path(allow_dash=True))
@click.option(
    "--for",
    "profile_",
    metavar="PROFILE",
    shell_complete=_profiles,
    help="Judge by the limits of a wire, such as prnewswire (default: as newsroom.toml says).",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(reversed(SEVERITIES))),
    help="Least severity that makes the exit status 1 (default: as newsroom.toml says, else error).",
)
@click.option(
    "--fix", is_flag=True, help="Make the changes that need no person's look; each file whole or not at all."
)
@click.option(
    "--explain",
    metavar="RULE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    shell_complete=_rules,
    help="Print a rule's page and stop.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", *REPORTS]),
    default="terminal",
    show_default=True,
    help="How findings are told.",
)
@click.option("--json", "json_", is_flag=True, help="The same as --format json.")
@click.option("--at", metavar="MOMENT", help="Judge as of then, such as 2026-12-01T09:00Z (default: now).")
@click.option(
    "--newsroom", metavar="PATH", type=click.Path(), help="newsroom.toml (default: the one above each PATH)."
)
def command(
    paths: tuple[str, ...],
    profile_: str | None,
    fail_on: Severity | None,
    fix: bool,
    format_: str,
    json_: bool,
    at: str | None,
    newsroom: str | None,
) -> None:
    """Check releases before they leave: editorial, legal and channel rules.

    PATH is a release, `-` (standard input) or a folder with `newsroom.toml`, which is checked whole, and for clashes
    that `build` refuses (default: where you are). Exit status: 0 nothing as severe as --fail-on, 1 findings, 2 what
    cannot be read. It informs; it is no legal advice.
    """
    if profile_ is not None:
        profile(profile_)
    if fix and "-" in paths:
        raise click.UsageError("--fix changes files; standard input is none.")
    with Progress() as progress:
        run = _Run(Checker(moment(at) or utc_now(), profile_, tell), progress, fail_on, fix)
        as_it_comes = format_ == "terminal" and not json_
        for path, house in progress.each("checking", files_of(paths or (".",), newsroom)):
            found = run.of(path, house)
            if as_it_comes and found is not None:
                progress.clear()
                _print(found)
        for folder in filter(is_folder, paths or (".",)):
            together = run.together(folder)
            if as_it_comes:
                progress.clear()
                _print(together)
    account = run.account
    if as_it_comes:
        click.echo(folded(closing(account), sys.stdout))
    elif told := REPORTS["json" if json_ else format_](account):
        click.echo(told)
    raise click.exceptions.Exit(run.status)


class _Run:
    """One call of the command: what it found so far, and the exit status that comes of it."""

    def __init__(self, checker: Checker, progress: Progress, fail_on: Severity | None, fix: bool) -> None:
        self._checker = replace(checker, errors=self._failed)
        self._progress = progress
        self._fail_on = fail_on
        self._fix = fix
        self._accounts: list[Account] = []
        self._told: set[str] = set()
        self._unread = 0
        self.status = 0

    def of(self, path: str, house: Newsroom | None) -> Account | None:
        """Return what was found in the file at `path`; None where it cannot be read, which is told."""
        try:
            if self._fix:
                account, made = self._checker.mended(path, house)
                if made:
                    talk(f"{path}: {made} mended")
                elif any(f.edit for f in account.findings):
                    self._progress.clear()
                    click.echo(f"{path}: not in UTF-8, in which --fix writes; nothing is mended", err=True)
            else:
                account = self._checker.checked(path, house)
        except PressReleaseError as error:
            self._failed(error)
            return None
        least = self._fail_on or (house.check if house else Checks()).fail_on
        if any(weighs(finding, least) for finding in account.findings):
            self.status = max(self.status, 1)
        if not account.findings and not account.excused:
            account = replace(account, sources={})
        self._accounts.append(account)
        return account

    def together(self, folder: str) -> Account:
        """Return where the releases in `folder` contradict each other: an error, whatever --fail-on says."""
        account = contradicting(folder)
        if account.findings:
            self.status = max(self.status, 1)
        self._accounts.append(account)
        return account

    @property
    def account(self) -> Account:
        """All that was found."""
        return Account(
            findings=tuple(f for a in self._accounts for f in a.findings),
            excused=tuple(e for a in self._accounts for e in a.excused),
            releases=sum(a.releases for a in self._accounts),
            sources={file: text for a in self._accounts for file, text in a.sources.items()},
            unread=self._unread,
        )

    def _failed(self, error: PressReleaseError) -> None:
        """Tell an error; one of the newsroom comes with each of its releases, and is told once."""
        self.status = 2
        self._unread += 1
        if str(error) not in self._told:
            self._told.add(str(error))
            self._progress.clear()
            tell(error)


def _print(account: Account) -> None:
    columns = width(sys.stdout)
    for finding in account.findings:
        where = finding.where
        bare = replace(where, field="") if where.line is not None else where
        first, *rest = finding_lines(replace(finding, where=bare))
        click.echo(folded(first, sys.stdout))
        for line in excerpt(account.sources.get(where.file, ""), where, columns):
            click.echo(line)
        for line in rest:
            click.echo(folded(f"  {line}", sys.stdout))
