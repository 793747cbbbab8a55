import pytest

from workshop.ui.clock import PhaseClock


@pytest.fixture
def clock(qapp):
    made = PhaseClock()
    yield made
    made.pause()


def test_a_phase_counts_down_from_its_minutes(clock):
    clock.set_phase(25 * 60)
    assert clock.text == "25:00"
    clock.set_phase(25 * 60, 70)
    assert clock.text == "23:50"


def test_over_time_is_told_with_a_plus(clock):
    clock.set_phase(60, 102)
    assert clock.text == "+0:42"
    assert clock.is_short


def test_the_last_two_minutes_are_the_last_stretch(clock):
    clock.set_phase(121)
    assert not clock.is_short
    clock.set_phase(120)
    assert clock.is_short


def test_time_passes_only_while_it_runs(clock, qtbot):
    clock.set_phase(60)
    assert not clock.is_running
    clock.start()
    qtbot.waitUntil(lambda: clock.used >= 1, timeout=3000)
    clock.pause()
    left = clock.left
    assert left <= 59
    assert clock.left == left


def test_another_phase_goes_on_counting_where_the_clock_ran(clock):
    clock.set_phase(60)
    clock.toggle()
    clock.set_phase(600)
    assert clock.is_running
    clock.toggle()
    assert not clock.is_running
