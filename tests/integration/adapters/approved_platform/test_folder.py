"""Files dropped in a folder, and named for Chorus Pro."""

from dataclasses import replace
from pathlib import Path

import pytest

from otc_desktop.adapters.approved_platform.folder import ChorusProFolder, FolderPlatform
from otc_desktop.adapters.storage.files import LocalFiles
from otc_desktop.application.kernel.einvoicing_platform import FlowSyntax, OutgoingFlow
from otc_desktop.domain.shared.errors import ExternalError

FLOW = OutgoingFlow(
    tracking_id="0190-aaaa", name="F2026-00001.pdf", syntax=FlowSyntax.FACTUR_X, content=b"%PDF"
)


def test_a_file_is_put_once_whatever_its_name(tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    platform = FolderPlatform(drop, LocalFiles())
    first = platform.deposit(FLOW)
    assert platform.deposit(FLOW).flow_id == first.flow_id == "F2026-00001_0190-aaaa.pdf"
    evil = replace(FLOW, name="../../etc/x\n.pdf", tracking_id="../../../y")
    assert "/" not in platform.deposit(evil).flow_id
    assert len(list(drop.iterdir())) == 2
    assert list(tmp_path.iterdir()) == [drop]
    with pytest.raises(ExternalError, match="no_folder"):
        FolderPlatform(tmp_path / "absent", LocalFiles()).deposit(FLOW)


def test_messages_are_read_from_their_own_folder(tmp_path: Path) -> None:
    platform = FolderPlatform(tmp_path, LocalFiles())
    assert platform.fetch("").flows == ()
    (tmp_path / "recus").mkdir()
    (tmp_path / "recus" / "a.xml").write_bytes(b"<a/>")
    (tmp_path / "recus" / "b.txt").write_bytes(b"no")
    (flow,) = platform.fetch("").flows
    assert (flow.name, flow.content) == ("a.xml", b"<a/>")


def test_chorus_pro_takes_short_names_and_two_syntaxes(tmp_path: Path) -> None:
    platform = ChorusProFolder(tmp_path, LocalFiles())
    name = platform.deposit(replace(FLOW, name="F" * 80 + ".pdf")).flow_id
    assert len(name) <= 50
    assert name.startswith("FSO1117A_F")
    assert platform.deposit(FLOW).flow_id == platform.deposit(FLOW).flow_id
    with pytest.raises(ExternalError, match="chorus_syntax"):
        platform.deposit(replace(FLOW, syntax=FlowSyntax.CII))
