"""Work off the GUI thread: answers, refusals, cancelling, owners that went away."""

import logging
import random
import threading
import time
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otc_desktop.application.kernel.changes import ChangeSet, Topic
from otc_desktop.application.kernel.task import Task
from otc_desktop.domain.shared.errors import OtcError, RuleError
from otc_desktop.ui.kernel.services import WindowServices
from otc_desktop.ui.kernel.tasks import READING_THREADS, Job

Settle = Callable[[], None]


def test_answer_when_done_then_comes_back_in_the_gui_thread(
    services: WindowServices, settle: Settle
) -> None:
    seen: list[tuple[int, int]] = []
    services.tasks.submit(
        services.tasks,
        lambda task: threading.get_ident(),
        on_done=lambda worker: seen.append((worker, threading.get_ident())),
    )
    assert services.tasks.busy()
    settle()
    [(worker, receiver)] = seen
    assert worker != receiver == threading.get_ident()
    assert not services.tasks.busy()


def test_refusal_when_raised_then_goes_to_on_error_and_to_the_window_without_one(
    services: WindowServices, settle: Settle
) -> None:
    def refuse(task: Task) -> None:
        raise RuleError("orders.unknown_product", product="P-9")

    here: list[OtcError] = []
    elsewhere: list[OtcError] = []
    shown: list[str] = []
    services.tasks.failed.connect(elsewhere.append)
    services.notices.posted.connect(lambda notice: shown.append(notice.title))
    services.tasks.submit(services.tasks, refuse, on_done=pytest.fail, on_error=here.append)
    settle()
    assert [error.code for error in here] == ["orders.unknown_product"]
    assert elsewhere == shown == []
    services.tasks.submit(services.tasks, refuse, on_done=pytest.fail)
    settle()
    assert [error.code for error in elsewhere] == shown == ["orders.unknown_product"]


def test_bug_when_raised_then_is_logged_under_the_number_the_user_sees(
    services: WindowServices, settle: Settle, logged_errors: list[logging.LogRecord]
) -> None:
    def break_down(task: Task) -> None:
        raise ZeroDivisionError("the details")

    errors: list[OtcError] = []
    services.tasks.submit(
        services.tasks, break_down, on_done=pytest.fail, on_error=errors.append, label="Import"
    )
    settle()
    [error], [record] = errors, logged_errors
    logged_errors.clear()
    assert error.code == "program.unexpected"
    assert error.params["incident"] in record.getMessage()
    assert "details" not in str(error)
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


def test_job_when_cancelled_then_stops_without_error(
    services: WindowServices, settle: Settle
) -> None:
    begun = threading.Event()
    rounds: list[int] = []

    def work(task: Task) -> None:
        for number in range(10_000):
            rounds.append(number)
            begun.set()
            task.check_cancelled()
            time.sleep(0.001)

    ended: list[str] = []
    job = services.tasks.submit(
        services.tasks,
        work,
        on_done=pytest.fail,
        on_error=pytest.fail,
        on_end=lambda: ended.append("end"),
        writing=True,
    )
    assert begun.wait(5)
    services.tasks.cancel(job)
    settle()
    assert len(rounds) < 10_000
    assert ended == ["end"]


def test_commit_when_cancelled_too_late_then_is_still_told(
    services: WindowServices, settle: Settle
) -> None:
    gate = threading.Event()
    answers: list[bool] = []
    for writing in (True, False):
        job = services.tasks.submit(
            services.tasks,
            lambda task: gate.wait(5),
            on_done=answers.append,
            writing=writing,
        )
        time.sleep(0.05)
        services.tasks.cancel(job)
    gate.set()
    settle()
    assert answers == [True]  # the reader's answer is of no use to anybody


def test_callback_when_owner_is_gone_then_is_dropped(
    services: WindowServices, settle: Settle
) -> None:
    gate = threading.Event()
    owner, kept = QObject(), QObject()
    called: list[str] = []
    done: list[bool] = []

    def work(task: Task) -> None:
        done.append(gate.wait(5))

    services.tasks.submit(owner, work, on_done=lambda _: called.append("gone"))
    services.tasks.submit(kept, work, on_done=lambda _: called.append("kept"))
    shiboken6.delete(owner)
    gate.set()
    settle()
    assert called == ["kept"]
    assert done == [True, True]


def test_jobs_when_hundreds_run_and_owners_go_at_random_then_all_end(
    services: WindowServices, settle: Settle
) -> None:
    chance = random.Random(7)  # noqa: S311  # the same dice each run
    finished: list[Job] = []
    answers: list[int] = []
    services.tasks.job_finished.connect(finished.append)
    owners = [QWidget() for _ in range(40)]
    for number in range(800):
        owner = chance.choice(owners)
        services.tasks.submit(
            owner,
            lambda task, number=number: number,
            on_done=lambda answer, owner=owner: answers.append(
                answer if owner.isEnabled() else -1  # a dead owner would raise here
            ),
            writing=number % 3 == 0,
        )
        if number % 25 == 24:
            shiboken6.delete(owners.pop())
    settle()
    assert len(finished) == 800
    assert 0 < len(answers) < 800
    assert len(set(answers)) == len(answers)


def test_lanes_when_full_then_writers_take_turns_and_readers_share(
    services: WindowServices, settle: Settle
) -> None:
    lock = threading.Lock()
    inside = {True: 0, False: 0}
    most = {True: 0, False: 0}

    def work(writing: bool) -> None:
        with lock:
            inside[writing] += 1
            most[writing] = max(most[writing], inside[writing])
        time.sleep(0.02)
        with lock:
            inside[writing] -= 1

    order: list[int] = []
    for number in range(6):
        for writing in (True, False):
            services.tasks.submit(
                services.tasks,
                lambda task, writing=writing: work(writing),
                on_done=lambda _, number=number, writing=writing: (
                    order.append(number) if writing else None
                ),
                writing=writing,
            )
    settle()
    assert most[True] == 1
    assert 1 < most[False] <= READING_THREADS
    assert order == list(range(6))


def test_progress_when_frequent_then_is_throttled_and_ends_at_the_end(
    services: WindowServices, settle: Settle
) -> None:
    seen: list[tuple[int, int]] = []
    services.tasks.job_progressed.connect(lambda job, done, total: seen.append((done, total)))

    def work(task: Task) -> float:
        start = time.monotonic()
        for number in range(1, 2_001):
            task.progress(number, 2_000)
            time.sleep(0.0001)
        return time.monotonic() - start

    took: list[float] = []
    services.tasks.submit(services.tasks, work, on_done=took.append)
    settle()
    assert seen[-1] == (2_000, 2_000)
    assert len(seen) <= took[0] * 20 + 2


def test_callback_when_it_breaks_then_the_others_still_come(
    services: WindowServices, settle: Settle, qtbot: QtBot
) -> None:
    def break_down(answer: object) -> None:
        raise ValueError("in a screen")

    answers: list[int] = []
    finished: list[Job] = []
    services.tasks.job_finished.connect(finished.append)
    with qtbot.captureExceptions() as exceptions:
        services.tasks.submit(services.tasks, lambda task: 1, on_done=break_down)
        services.tasks.submit(services.tasks, lambda task: 2, on_done=answers.append)
        settle()
    assert [kind for kind, _, _ in exceptions] == [ValueError]
    assert answers == [2]
    assert len(finished) == 2


def test_shutdown_when_work_is_under_way_then_waits_and_tells_nobody(
    services: WindowServices, qtbot: QtBot
) -> None:
    ended = threading.Event()

    def work(task: Task) -> None:
        time.sleep(0.1)
        ended.set()

    services.tasks.submit(services.tasks, work, on_done=pytest.fail)
    time.sleep(0.02)
    services.tasks.shutdown()
    assert ended.is_set()
    assert services.tasks.submit(services.tasks, work, on_done=pytest.fail).cancelled
    qtbot.wait(20)


def test_changes_when_published_from_threads_then_arrive_together(
    services: WindowServices, qtbot: QtBot
) -> None:
    seen: list[ChangeSet] = []
    services.changes.changed.connect(seen.append)
    topics = [Topic.BANK, Topic.LEDGER, Topic.INVOICING]
    threads = [
        threading.Thread(target=services.changes.publish, args=[ChangeSet(frozenset({topic}))])
        for topic in topics * 20
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: bool(seen), timeout=2_000)
    qtbot.wait(150)
    assert frozenset().union(*(changes.topics for changes in seen)) == set(topics)
    assert len(seen) <= 2
