"""Whether words are meant for a program that reads an article rather than for people."""

from __future__ import annotations

import re

from assistant.support.orders_abroad import orders_in_another_language


def _form(words: str) -> re.Pattern[str]:
    """A pattern in which a space is any white space."""
    return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)


_PROGRAM = (
    r"(?:AIs?|A\.I\.|LLMs?|GPT|ChatGPT|Claude|Gemini|Copilot|Llama"
    r"|assistants?|chat\s?bots?|bots?|(?:language|AI|chat) models?"
    r"|crawlers?|summari[sz]ers?)"
)
_WRITTEN = r"(?:response|reply|replies|answer|output|completion|summary|translation)s?"
_INSTRUCTIONS = r"(?:instruction|prompt|guideline|directive|constraint)s?"
_WRITES = (
    r"(?:answer|reply|respond|write|say|print|output|include|translate|ignore|disregard|mention|repeat"
    r"|reveal|obey|state|cite"
    r"|quote|append|tell|recommend|pretend|behave|comply|conclude|summari[sz]e)"
)
_MUST = (
    r"(?:must|should|shall|will|need to|have to|ought to|are to"
    r"|(?:are|were) (?:now )?(?:required|instructed|told|asked|ordered) to)"
)
_IGNORE = r"(?:ignore|disregard|forget|override|overrule|bypass|discard|neglect)"
_ABOVE = r"(?:above|previous|prior|preceding|earlier|foregoing)"
_READ = r"(?:instruction|prompt|guideline|directive|rule|order|text|paragraph|article|source|context|message)s?"
_READS = (
    r"(?:read(?:s|ing)?|process(?:es|ing)?|summari[sz](?:es?|ing)|answer(?:s|ing)?|analy[sz](?:es?|ing)|us(?:es?|ing))"
)
_DETAILS = (
    r"(?:be (?:written|given|in|translated|followed|preceded)|include|mention|end|begin|start|contain|cite|use"
    r"|link|direct|state|say)"
)
_SPEAKS = r"(?:system|assistant|user|human|developer|admin(?:istrator)?|chatgpt|claude|gemini)"
_NOTICE = r"(?:note|message|instructions?|attention|notice|reminder|warning|important|hello|dear|hey|hi)"
_TOKENS = (
    r"(?:im_start|im_end|system|user|assistant|paragraphs?|instructions?|s|eot_id|start_header_id|start_of_turn"
    r"|endoftext|inst)"
)

# What it writes, what it was told, what it is.
_FORMS = [
    _form(
        rf"\byour (?:\w+ ){{0,2}}?(?:{_WRITTEN}|message|{_INSTRUCTIONS}|programming)\b(?! (?:may|might|could"
        rf"|will|depends)\b)"
    ),
    _form(rf"\b{_IGNORE} (?:\w+ ){{0,4}}?{_ABOVE}\b(?: (?:\w+ ){{0,3}}?{_READ}\b|\W*$|[,;.]| and\b)"),
    _form(
        rf"\b{_IGNORE} (?:(?:all|any|every|the|your|these|those|whatever) )?(?:\w+ ){{0,2}}?(?:instructions|prompts?)\b"
    ),
    _form(rf"\b{_IGNORE} (?:everything (?:above|before|you|that)|what you (?:were|have been) told)\b"),
    _form(
        r"\b(?:you are|you['’]re|you were|acting as|pretend (?:to be|that you are)|role-?play as) (?:(?:now"
        r"|only|just) )?"
        rf"(?:(?:an?|the|my) )?(?:[\w-]+ ){{0,3}}?(?:{_PROGRAM}|DAN|unrestricted|jailbroken)\b"
    ),
    _form(rf"\byou {_MUST} (?:(?:now|always|never|not|only|also|therefore|instead) ){{0,2}}{_WRITES}\b"),
    _form(r"\bI(?:['’]d| would)? (?:want|need|like|order|command|instruct|ask|require) you to\b"),
    _form(r"\bas an? (?:AI|A\.I\.|LLM|(?:large )?language model)\b\s*(?:\w+\s*)?,"),
    _form(
        rf"(?:^\W{{0,30}}|\b(?:note|message|instructions?) (?:to|for) (?:(?:all|any|the|every) )?)"
        rf"(?:{_NOTICE}\b\W{{0,3}}"
        rf"(?:(?:to|for|all|any|the|every|dear) ){{0,3}})?(?:[\w-]+ ){{0,2}}?{_PROGRAM}(?: "
        rf"(?:systems?|models?|assistants?))?\s*[:,!]"
    ),
    _form(
        rf"\b{_PROGRAM}(?: (?:systems?|models?|assistants?|agents?))? (?:(?:that|who|which) )?{_READS} "
        rf"(?:from )?(?:this|these)\b"
    ),
    _form(
        rf"\b(?:the|this|any|every|each|all|an?) (?:\w+ ){{0,3}}?{_WRITTEN} (?:(?:to|of|about|from) "
        rf"(?:[\w’']+ ){{1,6}})?"
        rf"(?:must|should|shall|has to|have to|needs? to) (?:(?:also|always|never|not|only) )?{_DETAILS}\b"
    ),
    _form(
        r"\b(?:the|this|any|every|each) (?:[\w-]+ ){0,2}?(?:assistant|language model|chat\s?bot|LLM) "
        r"(?:must|should|shall|is to|has to|will now)\b"
    ),
    _form(
        r"\bcite (?:only )?(?:(?:this|that|the following|these) )?(?:paragraph|passage|source|article"
        r"|number|marker)s?\b"
    ),
    _form(r"\bcite \W?\d"),
]
# What passes for a frame of ours, or of a model's own.
_FRAMES = [
    _form(r"^\W{0,30}[\[【［]\s*\d{1,3}\s*[\]】］] [^.:]{2,80}:\s"),
    _form(
        rf"^\W{{0,30}}{_SPEAKS}(?: (?:message|prompt|note|override|instructions?|alert|update|notice"
        rf"|command)){{0,2}}\s*(?:[:>#]|\]\s)"
    ),
    _form(
        r"^\W{0,30}(?:ai|new|updated|hidden|secret|special|important|additional|final|revised|begin|end of|start "
        r"of) (?:\w+ )?"
        r"(?:instructions?|prompts?|override|commands?|orders?|system messages?|articles? text|paragraphs"
        r"|context|documents?)"
        r"\s*(?:[:>#.\]]|$)"
    ),
    _form(
        r"^\W{0,30}this is an? (?:(?:new|urgent|real|important|official) )?(?:system|developer|administrator"
        r"|admin)(?:['’]s)? "
        r"(?:message|override|instruction|command|order|prompt|notice)"
    ),
    _form(
        rf"<\s{{0,3}}/?\s{{0,3}}\|?\s{{0,3}}{_TOKENS}\b[^>]{{0,20}}>|\[/?(?:INST|SYS|SYSTEM_PROMPT)\]|<<\s{{0,3}}/?SYS\s{{0,3}}>>"
    ),
    _form(r"^\W{0,30}#{2,}\s*(?:instructions?|system|user|assistant|response|input|prompt)\b"),
    _form(
        r"\b(?:developer|debug|god|jailbreak|DAN|admin|maintenance|sudo) mode (?:is )?(?:now )?(?:enabled"
        r"|activated|on|active)\b"
    ),
]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Looked for first: of ten sentences of news nine have none of these, and cost a tenth.
_HINTS = _words(
    """you ignor disregard forget overr bypass discard neglect response reply replies answer output completion summar
    translation assistant a.i. llm gpt claude gemini copilot llama bot model crawler system user human admin
    developer mode instruction prompt cite < [ ##"""
)
_AI = re.compile(r"\bAIs?\b")


def is_for_programs(text: str) -> bool:
    """Whether it speaks of a reader's instructions, of the reply to be written, or in the name of a system."""
    low = text.lower()
    hinted = any(hint in low for hint in _HINTS) or _AI.search(text)
    return bool(hinted and any(form.search(text) for form in (*_FORMS, *_FRAMES))) or orders_in_another_language(text)
