"""How each failure of a chat model is told, with its remedy.

name: of the model as the person gave it. model, provider: its parts. server: whose it is and where. said: the server's
own words in brackets, where it has any. hint: what its address looks like.
"""

from __future__ import annotations

from assistant.models.kinds import Kind
from assistant.models.naming import ANTHROPIC, OLLAMA, OPENAI

WORDS = {
    Kind.NO_KEY: "{name} needs a key: set {key} in the environment or in a .env file, then start again",
    Kind.KEY_REFUSED: "{server} refuses the key; check the one in the environment or in the .env file{said}",
    Kind.NOT_ALLOWED: "{server} does not let this key use the model; ask for access, or name another model{said}",
    Kind.UNKNOWN_MODEL: "{provider} has no model {model}, or none for this key; check its name{said}",
    Kind.NOT_FOUND: "{provider} has no model {model}, or none for this key; check its name{said}",
    Kind.NOT_THERE: "{server} cannot be reached; check the internet connection",
    Kind.CERTIFICATE: "the certificate of {server} cannot be trusted; check the address and this computer's clock",
    Kind.TOO_OFTEN: "{server} is asked too often; ask again in {wait}{said}",
    Kind.NOT_PAID: "the account of {name} has no credit left; add some at the provider, or name another model{said}",
    Kind.OVERLOADED: "{server} is overloaded or fails; ask again in a minute{said}",
    Kind.SILENT: "{server} did not answer in time; ask again, or name a faster model",
    Kind.BROKEN_OFF: "{server} broke off in the middle of its answer; ask again",
    Kind.NOTHING: "{server} sent nothing; ask again",
    Kind.EMPTY: "{name} wrote nothing; ask again, or name another model",
    Kind.ONLY_THOUGHTS: "{name} used up its room for thinking, and wrote no answer; name a model that thinks less",
    Kind.REFUSED: "{name} refused to answer; put the question another way, or name another model",
    Kind.TOO_LONG: "what was found is more than {name} takes in at once; name a model that takes in more{said}",
    Kind.OTHER_LANGUAGE: "what {server} sends was not understood; ask again, or name another model",
    Kind.NOT_TAKEN: "{server} does not take the request; check the model's name, or name another{said}",
    Kind.NOT_OPENED: "{name} cannot be opened as it is set up{said}",
}

AT_AN_ADDRESS = {
    Kind.UNKNOWN_MODEL: "there is no model {model} at {address}; check its name{said}",
    Kind.NOT_FOUND: "{server} has nothing to ask there; check FOOTNOTE_MODEL_URL{hint}",
    Kind.NOT_THERE: "nothing answers at {address}; start the server of {name} there, or correct FOOTNOTE_MODEL_URL",
    Kind.NOTHING: "{server} sent nothing that was understood; check FOOTNOTE_MODEL_URL{hint}",
    Kind.OTHER_LANGUAGE: "what {server} sends was not understood; check FOOTNOTE_MODEL_URL{hint}",
}
"""Where a person named the server."""

HINTS = {
    OPENAI: " (most such addresses end in /v1)",
    ANTHROPIC: " (without /v1 at its end)",
    OLLAMA: " (without anything after the port)",
}
"""What addresses look like, by whose protocol is spoken there."""

OF_OLLAMA = {
    Kind.UNKNOWN_MODEL: "Ollama has no model {model}; get it with `ollama pull {model}`, or name one of `ollama list`",
    Kind.NOT_THERE: "Ollama does not answer; start it with `ollama serve`, or set FOOTNOTE_MODEL_URL to where it runs",
}

REASONS = {
    Kind.TOO_OFTEN: "The model's server is asked too often",
    Kind.OVERLOADED: "The model's server is overloaded",
    Kind.SILENT: "The model's server did not answer in time",
    Kind.BROKEN_OFF: "The model's server broke off",
    Kind.NOTHING: "The model's server sent nothing",
    Kind.EMPTY: "The model wrote nothing",
}
"""Why a model is asked again: all that may pass."""
