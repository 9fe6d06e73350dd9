"""Make ``minilm.onnx`` again: the default model's graph, without its weights.

    python -m index.encoders.export

Needs torch, transformers and onnx (the ``export`` extra); nothing else of OnRecord does.
The result is checked in, so only who changes the graph runs this.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

from index.encoders.minilm import GRAPH, PARAMETER_PREFIX
from index.encoders.weights import default_weights

OPSET = 17


def export() -> list[str]:
    """Write the graph and the list of its parameters; returns the list."""
    import onnx
    from safetensors.numpy import load_file

    folder = default_weights()
    weights = load_file(folder / "model.safetensors")
    graph = onnx.load_from_string(_traced(str(folder)))
    names = []
    for tensor in graph.graph.initializer:
        name = tensor.name.removeprefix(PARAMETER_PREFIX)
        if name in weights:
            _make_external(onnx, tensor, weights[name].nbytes)
            names.append(name)
    GRAPH.write_bytes(graph.SerializeToString())
    GRAPH.with_suffix(".parameters").write_text("\n".join(names) + "\n", encoding="ascii")
    return names


def _traced(folder: str) -> bytes:
    """The model with mean pooling and normalisation, as sentence-transformers applies them."""
    import torch
    from transformers import AutoModel

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.bert = AutoModel.from_pretrained(folder, attn_implementation="eager")

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask)[0]
            kept = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * kept).sum(1) / kept.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1), hidden

    example = torch.tensor([[101, 7592, 102], [101, 2088, 102]])
    rows, columns = {0: "texts"}, {0: "texts", 1: "tokens"}
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of shapes that are constant here
        torch.onnx.export(
            Pooled().eval(),
            (example, torch.ones_like(example)),
            buffer,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors", "token_vectors"],
            dynamic_axes={
                "input_ids": columns,
                "attention_mask": columns,
                "vectors": rows,
                "token_vectors": columns,
            },
            opset_version=OPSET,
            dynamo=False,
            do_constant_folding=False,  # folding would rename the parameters
        )
    return buffer.getvalue()


def _make_external(onnx: Any, tensor: Any, length: int) -> None:
    """Take the weights out of a tensor; they are injected by name when a session starts."""
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    del tensor.external_data[:]
    for key, value in (("location", "injected"), ("offset", "0"), ("length", str(length))):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, value


if __name__ == "__main__":
    print(f"{GRAPH}: {len(export())} parameters named, none inside")
