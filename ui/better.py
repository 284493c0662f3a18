"""What to do for better answers, in the words of somebody who has never set a variable."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

AT_A_PROVIDER = "ANTHROPIC_API_KEY=your key\nFOOTNOTE_MODEL=anthropic:claude-sonnet-4-5"
PULLED = "ollama pull llama3.2"
AT_HOME = "FOOTNOTE_MODEL=ollama:llama3.2"
AT_A_SERVER = "FOOTNOTE_MODEL=qwen2.5-7b-instruct\nFOOTNOTE_MODEL_URL=http://127.0.0.1:8080/v1"
WITH_A_JUDGE = "FOOTNOTE_JUDGE_MODEL=openai:gpt-5-mini"


def draw_better() -> None:
    with st.expander("How to get better answers"):
        st.markdown(
            "Without a chat model, Footnote quotes the articles word for word. **A chat model writes whole answers**, "
            "and Footnote checks each of its sentences against the paragraphs that it cites."
        )
        st.markdown("**One at a provider.** It needs a key, which the provider sells. Write both into a file `.env`:")
        draw_lines(AT_A_PROVIDER)
        st.markdown("**One on this computer**, so that nothing leaves it. Install Ollama, get a model, and name it:")
        draw_lines(PULLED)
        draw_lines(AT_HOME)
        st.markdown("**A server that speaks OpenAI's protocol**, such as llama.cpp, vLLM or LM Studio:")
        draw_lines(AT_A_SERVER)
        st.markdown("**A judge**: a second model that may object to what the first one wrote, and never clears it:")
        draw_lines(WITH_A_JUDGE)
        st.text(f"The file .env belongs into {Path.cwd()}. Start Footnote again when it is written.")
        st.markdown(
            "To try a model first, name it above under *Another chat model*: its key must be in the environment or in "
            "that file. Footnote never shows, keeps or logs a key."
        )


def draw_lines(lines: str) -> None:
    """Wrapped, for what is scrolled sideways cannot be read to its end by keyboard."""
    st.code(lines, language=None, wrap_lines=True)
