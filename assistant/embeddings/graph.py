"""The published weights drawn as an ONNX graph, with the inputs and output of the model's own export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

LAYERS, HEADS, HEAD_WIDTH = 6, 12, 32
WIDTH = HEADS * HEAD_WIDTH
EPSILON = 1e-12
OPSET = 20  # The first with Gelu; LayerNormalization came in 17.
IR_VERSION = 10  # The format that goes with opset 20, so that older runtimes can read it.

Array = NDArray[Any]


def draw_graph(weights: Path) -> bytes:
    """Draw BERT as in Devlin et al. 2018, without its pooler; batch and length are free.

    What makes it quick was measured on news paragraphs: one multiplication for query, key and value, the
    scale of the scores folded into the query, biases added inside the multiplications. Fused operators
    of the runtime (MultiHeadAttention, SkipLayerNormalization) were a tenth slower.
    """
    drawing = _Drawing(load_file(weights))
    hidden = _embed(drawing)
    bias = _ignore_padding(drawing)
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        attended = _attend(drawing, prefix + "attention.self.", hidden, bias)
        hidden = _project_and_add(drawing, prefix + "attention.output.", attended, hidden)
        inner = drawing.apply("Gelu", _project(drawing, prefix + "intermediate.dense", hidden))
        hidden = _project_and_add(drawing, prefix + "output.", inner, hidden)
    shape = drawing.apply("Concat", *drawing.batch_and_length, drawing.constant("width", [WIDTH]), axis=0)
    return drawing.finish(drawing.apply("Reshape", hidden, shape))


class _Drawing:
    """The nodes and constants of a graph so far, each known by a name."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, Array] = {}
        self.batch_and_length = [self.apply("Shape", "input_ids", start=axis, end=axis + 1) for axis in (0, 1)]

    def apply(self, operator: str, *inputs: str, **attributes: Any) -> str:
        output = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def constant(self, name: str, value: Array | np.float32 | list[int] | int) -> str:
        self.constants.setdefault(name, np.asarray(value))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def finish(self, output: str) -> bytes:
        self.nodes.append(helper.make_node("Identity", [output], ["last_hidden_state"], name="output"))
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
            for name in ("input_ids", "attention_mask", "token_type_ids")
        ]
        hidden = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", WIDTH])
        constants = [numpy_helper.from_array(value, name) for name, value in self.constants.items()]
        graph = helper.make_graph(self.nodes, "all-MiniLM-L6-v2", inputs, [hidden], constants)
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(graph, opset_imports=[opset], ir_version=IR_VERSION, producer_name="footnote")
        return bytes(model.SerializeToString())


def _embed(drawing: _Drawing) -> str:
    words = drawing.apply("Gather", drawing.weight("embeddings.word_embeddings.weight"), "input_ids")
    types = drawing.apply("Gather", drawing.weight("embeddings.token_type_embeddings.weight"), "token_type_ids")
    start = drawing.constant("start", [0])
    _, length = drawing.batch_and_length
    places = drawing.weight("embeddings.position_embeddings.weight")
    positions = drawing.apply("Slice", places, start, length, start)
    tokens = drawing.apply("Add", drawing.apply("Add", words, types), positions)
    # From here on every token is a row of one matrix, which is what Gemm takes.
    rows = drawing.apply("Reshape", tokens, drawing.constant("rows", [-1, WIDTH]))
    return _normalise(drawing, "embeddings.LayerNorm", rows)


def _ignore_padding(drawing: _Drawing) -> str:
    """What to add to the attention scores: 0 for a token, so little for padding that it gets no attention."""
    mask = drawing.apply("Cast", "attention_mask", to=TensorProto.FLOAT)
    absent = drawing.apply("Sub", mask, drawing.constant("one", np.float32(1)))
    bias = drawing.apply("Mul", absent, drawing.constant("far", np.float32(1e9)))
    return drawing.apply("Unsqueeze", bias, drawing.constant("heads_and_queries", [1, 2]))


def _attend(drawing: _Drawing, prefix: str, hidden: str, bias: str) -> str:
    query, key, value = _query_key_value(drawing, prefix, hidden)
    scores = drawing.apply("MatMul", query, drawing.apply("Transpose", key, perm=[0, 1, 3, 2]))
    shares = drawing.apply("Softmax", drawing.apply("Add", scores, bias), axis=-1)
    heads = drawing.apply("Transpose", drawing.apply("MatMul", shares, value), perm=[0, 2, 1, 3])
    return drawing.apply("Reshape", heads, drawing.constant("rows", [-1, WIDTH]))


def _query_key_value(drawing: _Drawing, prefix: str, hidden: str) -> list[str]:
    """Three tensors (batch, head, token, width of a head) from one multiplication."""
    scales = {"query": np.float32(HEAD_WIDTH**-0.5), "key": np.float32(1), "value": np.float32(1)}
    weight, bias = (
        np.concatenate([drawing.weights[f"{prefix}{role}.{part}"] * scale for role, scale in scales.items()])
        for part in ("weight", "bias")
    )
    together = drawing.apply(
        "Gemm", hidden, drawing.constant(prefix + "weight", weight.T), drawing.constant(prefix + "bias", bias)
    )
    heads = drawing.constant("roles_and_heads", [len(scales), HEADS, HEAD_WIDTH])
    shape = drawing.apply("Concat", *drawing.batch_and_length, heads, axis=0)
    apart = drawing.apply("Transpose", drawing.apply("Reshape", together, shape), perm=[2, 0, 3, 1, 4])
    return [
        drawing.apply("Gather", apart, drawing.constant(role, number), axis=0) for number, role in enumerate(scales)
    ]


def _project(drawing: _Drawing, prefix: str, rows: str) -> str:
    weight = drawing.constant(prefix + ".weight", drawing.weights[prefix + ".weight"].T)
    return drawing.apply("Gemm", rows, weight, drawing.weight(prefix + ".bias"))


def _project_and_add(drawing: _Drawing, prefix: str, rows: str, residual: str) -> str:
    projected = _project(drawing, prefix + "dense", rows)
    return _normalise(drawing, prefix + "LayerNorm", drawing.apply("Add", projected, residual))


def _normalise(drawing: _Drawing, prefix: str, rows: str) -> str:
    scale, bias = drawing.weight(prefix + ".weight"), drawing.weight(prefix + ".bias")
    return drawing.apply("LayerNormalization", rows, scale, bias, axis=-1, epsilon=EPSILON)
