"""From a trained network to the files that are shipped: the network in 8-bit integers.

    python -m qa.readers.training.export NETWORK OUT --name minilm-reader-1

Needs torch, transformers and onnx (the ``export`` extra); reading needs none of them. The same
network gives the same bytes.

What was tried and chosen, by the time of ten windows and by F1 given the right paragraph (864
questions of questions-dev, a first network: 85.87 in 32-bit floats):

- Dynamic 8-bit integers for matrix products and embeddings: a quarter of the size, 2.2 times as
  fast, 85.22. Weights are scaled by column (``per_channel``): with one scale a matrix, the scores
  of spans move three times as far from the full network's.
- What hurts is one scale for all that goes into the last product of a layer, where a few values are
  far larger than the rest. In blocks of 128 (``MatMulNBits``, 8 bit) for these products alone:
  85.56, twice as fast. This is chosen. Blocks for both products behind attention: 86.00, 1.6
  times; blocks everywhere: 86.11, 1.4 times.
- Seven bits of the eight for weights (``reduce_range``): processors without VNNI add pairs of
  products in 16 bits, which eight full bits overflow. It costs nothing that could be measured.
- The traced graph as it is: onnxruntime fuses what it can when a session starts, and the graph that
  its transformers optimizer makes was a tenth slower.
"""

from __future__ import annotations

import logging
import re
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from qa.readers.weights import NETWORK, TOKENIZER, describe

OPSET = 17
FULL = "reader-fp32.onnx"
"""The network as it was trained, to compare with; it is not shipped."""
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("start_logits", "end_logits")
LAST_PRODUCT = re.compile(r"layer\.\d+/output/dense/MatMul$")
BLOCK = 128
"""Numbers with a scale of their own."""
AS_INTEGERS = 4
"""onnxruntime's accuracy level for products of 8-bit integers on both sides."""
LARGEST_BYTES = 25_000_000


def export_reader(network_folder: Path, out_folder: Path, name: str) -> Path:
    """Write ``reader-fp32.onnx``, ``reader.onnx``, ``tokenizer.json`` and ``reader.json``.

    Args:
        network_folder: ``config.json`` and ``model.safetensors`` with the names of transformers'
            ``BertForQuestionAnswering``, and ``tokenizer.json``.
        out_folder: Made where it is missing.
        name: What the reader is called, with its version.

    Returns:
        The path of ``reader.onnx``.

    Raises:
        ValueError: The network is too large to ship.
    """
    out_folder.mkdir(parents=True, exist_ok=True)
    trace(network_folder, out_folder / FULL)
    quantise(out_folder / FULL, out_folder / NETWORK)
    size = (out_folder / NETWORK).stat().st_size
    if size > LARGEST_BYTES:
        raise ValueError(f"{NETWORK} has {size:,} bytes; at most {LARGEST_BYTES:,} are shipped")
    shutil.copyfile(network_folder / TOKENIZER, out_folder / TOKENIZER)
    describe(out_folder, name)
    return out_folder / NETWORK


def trace(network_folder: Path, path: Path) -> None:
    """Write the network as an ONNX graph in 32-bit floats: (windows, tokens) in and out."""
    import torch

    example = torch.tensor([[101, 7592, 102, 2088, 102], [101, 2088, 102, 7592, 102]])
    types = torch.tensor([[0, 0, 0, 1, 1], [0, 0, 0, 1, 1]])
    axes = {0: "windows", 1: "tokens"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of shapes that are constant here
        torch.onnx.export(
            _with_logits_alone(network_folder),
            (example, torch.ones_like(example), types),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=dict.fromkeys(INPUTS + OUTPUTS, axes),
            opset_version=OPSET,
            dynamo=False,
        )


def quantise(source: Path, path: Path) -> None:
    """Write a graph anew with 8-bit weights; what goes through it is scaled when it runs."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with _quiet():
        quantize_dynamic(
            _in_blocks(source),
            path,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def _in_blocks(source: Path) -> Any:
    """The graph with the last product of each layer in blocks of 8-bit integers."""
    import onnx
    from onnxruntime.quantization.matmul_nbits_quantizer import (
        DefaultWeightOnlyQuantConfig,
        MatMulNBitsQuantizer,
    )

    graph = onnx.load(source)
    products = [node.name for node in graph.graph.node if node.op_type == "MatMul"]
    chosen = {name for name in products if LAST_PRODUCT.search(name)}
    if not chosen:
        raise ValueError(f"no product of {source} is named as the last one of a layer")
    how = DefaultWeightOnlyQuantConfig(
        block_size=BLOCK, is_symmetric=True, accuracy_level=AS_INTEGERS, bits=8
    )
    others = [name for name in products if name not in chosen]
    quantiser = MatMulNBitsQuantizer(graph, algo_config=how, nodes_to_exclude=others)
    quantiser.process()
    return quantiser.model.model


def _with_logits_alone(network_folder: Path) -> Any:
    import torch
    from transformers import BertForQuestionAnswering

    class Logits(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.network = BertForQuestionAnswering.from_pretrained(
                str(network_folder), dtype=torch.float32, attn_implementation="eager"
            )

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            found = self.network(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            )
            return found.start_logits, found.end_logits

    return Logits().eval()


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the advice, for every network, to prepare the graph: it changes nothing here."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


@click.command()
@click.argument("network_folder", type=click.Path(file_okay=False, exists=True, path_type=Path))
@click.argument("out_folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", required=True, help="With its version, as minilm-reader-1.")
def main(network_folder: Path, out_folder: Path, name: str) -> None:
    """Export the network of a folder."""
    path = export_reader(network_folder, out_folder, name)
    click.echo(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
