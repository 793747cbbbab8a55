"""Which page works in which phase; a page is imported when its phase is first entered."""

from workshop.domain.enums import Phase
from workshop.ui.console.page import PhasePage
from workshop.ui.console.window import PageMaker
from workshop.ui.context import Context


def _welcome(context: Context) -> PhasePage:
    from workshop.ui.console.welcome import WelcomePage

    return WelcomePage(context)


def _gather(context: Context) -> PhasePage:
    from workshop.ui.console.gather import GatherPage

    return GatherPage(context)


def _bucket(context: Context) -> PhasePage:
    from workshop.ui.board.page import BucketPage

    return BucketPage(context)


def _inventory(context: Context) -> PhasePage:
    from workshop.ui.inventory.page import InventoryPage

    return InventoryPage(context)


def _commit(context: Context) -> PhasePage:
    from workshop.ui.console.commit import CommitPage

    return CommitPage(context)


def _deal(context: Context) -> PhasePage:
    from workshop.ui.console.deal import DealPage

    return DealPage(context)


def _leadership(context: Context) -> PhasePage:
    from workshop.ui.console.leadership import LeadershipPage

    return LeadershipPage(context)


def _close(context: Context) -> PhasePage:
    from workshop.ui.console.close import ClosePage

    return ClosePage(context)


PAGES: dict[Phase, PageMaker] = {
    Phase.WELCOME: _welcome,
    Phase.GATHER: _gather,
    Phase.BUCKET: _bucket,
    Phase.INVENTORY: _inventory,
    Phase.COMMIT: _commit,
    Phase.DEAL: _deal,
    Phase.LEADERSHIP: _leadership,
    Phase.CLOSE: _close,
}
