"""Link the audit trail into its chain, export the chain's head, and verify it all."""

from argparse import ArgumentParser
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from varn.audit import actions, queries
from varn.audit.gateways import SigningKeyError

NO_LINKS = "Nothing has been linked yet. Try: varn audit link"


class Command(BaseCommand):
    help = "Verify the audit trail's chain, link new entries, or export the chain's head."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the three things to do."""
        tasks = parser.add_subparsers(dest="task", required=True)
        tasks.add_parser("link", help="link every entry that waits, forgotten ones too")
        tasks.add_parser("head", help="sign the chain's head and keep it outside the database")
        verify = tasks.add_parser("verify", help="check every link, entry and exported head")
        verify.add_argument(
            "--linked-within", type=int, default=10, metavar="MINUTES",
            help="an entry that is older than this and not linked is a fault (10)",
        )  # fmt: skip
        verify.add_argument(
            "--trust", action="append", default=[], metavar="PUBLIC_KEY",
            help="an earlier signing key's public half, in hexadecimal; may be repeated",
        )  # fmt: skip

    def handle(self, *args: object, **options: object) -> None:
        """Do it; a break or a missing key is one sentence and exit code 1."""
        try:
            match options["task"]:
                case "link":
                    self._link()
                case "head":
                    self._head()
                case _:
                    self._verify(options)
        except SigningKeyError as error:
            raise CommandError(str(error)) from error

    def _link(self) -> None:
        forgotten = actions.queue_forgotten_entries()
        linked = actions.link_all_entries(at=timezone.now())
        self.stdout.write(f"{linked} entries linked, {forgotten} of them had been forgotten")

    def _head(self) -> None:
        try:
            exported = actions.export_head(at=timezone.now())
        except actions.EmptyChainError:
            raise CommandError(NO_LINKS) from None
        self.stdout.write(f"link {exported.head.position}: {exported.path}")

    def _verify(self, options: dict[str, object]) -> None:
        waiting = queries.chain_state().waiting
        verdict = actions.verify_chain(
            at=timezone.now(),
            trusted_keys=list(options["trust"]),  # type: ignore[call-overload]
            linked_within=timedelta(minutes=int(str(options["linked_within"]))),
        )
        self.stdout.write(
            f"{verdict.links} links, {verdict.heads} exported heads, "
            f"{waiting} entries not linked yet"
        )
        if verdict.finding:
            raise CommandError(str(verdict.finding))
        self.stdout.write("The chain is whole.")
