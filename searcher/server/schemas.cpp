#include "searcher/server/schemas.h"

namespace dateline {
namespace {

// docs/formats.md tells the meaning of each member.
constexpr const char* schemas_text = R"json({
  "Problem": {
    "type": "object",
    "description": "RFC 9457. column, context and proposal are those of a query that cannot be read.",
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": false,
    "properties": {
      "type": {"type": "string"},
      "title": {"type": "string"},
      "status": {"type": "integer"},
      "detail": {"type": "string"},
      "column": {"type": "integer", "minimum": 1, "description": "in code points of the query"},
      "context": {"type": "string", "description": "two lines: the query, and a caret under the place"},
      "proposal": {"type": "string", "description": "the way out"}
    }
  },
  "Health": {
    "type": "object",
    "required": ["status", "revision"],
    "additionalProperties": false,
    "properties": {"status": {"const": "ok"}, "revision": {"type": "integer"}}
  },
  "OpenApi": {"type": "object", "required": ["openapi", "info", "paths", "components"]},
  "Highlight": {
    "type": "object",
    "description": "A half-open span of Unicode code points",
    "required": ["begin", "end", "phrase"],
    "additionalProperties": false,
    "properties": {"begin": {"type": "integer"}, "end": {"type": "integer"}, "phrase": {"type": "boolean"}}
  },
  "Result": {
    "type": "object",
    "required": ["rank", "id", "hash", "score", "title", "title_highlights", "date", "url", "source", "section",
                 "language", "authors", "snippet", "highlights", "snippet_field", "snippet_offset"],
    "additionalProperties": false,
    "properties": {
      "rank": {"type": "integer", "minimum": 1},
      "id": {"type": "string"},
      "hash": {"type": "string"},
      "score": {"type": "number"},
      "title": {"type": "string"},
      "title_highlights": {"type": "array", "items": {"$ref": "#/components/schemas/Highlight"}},
      "date": {"type": ["string", "null"]},
      "url": {"type": "string"},
      "source": {"type": "string"},
      "section": {"type": "string"},
      "language": {"type": "string"},
      "authors": {"type": "array", "items": {"type": "string"}},
      "snippet": {"type": "string"},
      "highlights": {"type": "array", "items": {"$ref": "#/components/schemas/Highlight"}},
      "snippet_field": {"type": "string"},
      "snippet_offset": {"type": "integer"}
    }
  },
  "FacetRest": {
    "type": "object",
    "required": ["values", "count"],
    "additionalProperties": false,
    "properties": {"values": {"type": "integer"}, "count": {"type": "integer"}}
  },
  "FacetValue": {
    "type": "object",
    "required": ["value", "count"],
    "additionalProperties": false,
    "properties": {
      "value": {"type": ["string", "null"]},
      "count": {"type": "integer"},
      "below": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "left_out": {"$ref": "#/components/schemas/FacetRest"}
    }
  },
  "TimelineRow": {
    "type": "object",
    "required": ["first", "last", "periods", "count"],
    "additionalProperties": false,
    "properties": {
      "first": {"type": "string"},
      "last": {"type": "string"},
      "periods": {"type": "integer", "minimum": 1},
      "count": {"type": "integer"}
    }
  },
  "Timeline": {
    "type": "object",
    "required": ["unit", "zone", "peak", "rows", "less_exact", "undated"],
    "additionalProperties": false,
    "properties": {
      "unit": {"enum": ["day", "week", "month", "year"]},
      "zone": {"type": "string"},
      "peak": {"anyOf": [{"$ref": "#/components/schemas/FacetValue"}, {"type": "null"}]},
      "rows": {"type": "array", "items": {"$ref": "#/components/schemas/TimelineRow"}},
      "less_exact": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}},
      "undated": {"type": "integer"}
    }
  },
  "Suggestion": {
    "type": "object",
    "required": ["query", "total"],
    "additionalProperties": false,
    "properties": {"query": {"type": "string"}, "total": {"type": "integer"}}
  },
  "ResultPage": {
    "type": "object",
    "required": ["version", "query", "interpreted", "total", "exact", "offset", "results", "facets", "notes",
                 "suggestion", "elapsed_ms"],
    "additionalProperties": false,
    "properties": {
      "version": {"const": 1},
      "query": {"type": "string"},
      "interpreted": {"type": "string"},
      "total": {"type": "integer"},
      "exact": {"type": "boolean"},
      "offset": {"type": "integer"},
      "results": {"type": "array", "items": {"$ref": "#/components/schemas/Result"}},
      "facets": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}}
      },
      "facets_left_out": {
        "type": "object",
        "additionalProperties": {"$ref": "#/components/schemas/FacetRest"}
      },
      "timeline": {"$ref": "#/components/schemas/Timeline"},
      "notes": {"type": "array", "items": {"type": "string"}},
      "suggestion": {"anyOf": [{"$ref": "#/components/schemas/Suggestion"}, {"type": "null"}]},
      "elapsed_ms": {"type": "number"}
    }
  },
  "Published": {
    "type": "object",
    "required": ["value", "precision", "from"],
    "additionalProperties": false,
    "properties": {
      "value": {"type": "string"},
      "precision": {"type": "string"},
      "from": {"type": "string"}
    }
  },
  "Entity": {
    "type": "object",
    "description": "A name in the text, and what it names; places in code points of the field",
    "required": ["type", "text", "name", "field", "start", "end"],
    "additionalProperties": false,
    "properties": {
      "type": {"type": "string"},
      "text": {"type": "string"},
      "name": {"type": "string"},
      "field": {"enum": ["title", "lead", "body", "caption"]},
      "start": {"type": "integer"},
      "end": {"type": "integer"}
    }
  },
  "TimeMention": {
    "type": "object",
    "description": "What the text says of a time, and its value as TIMEX3 has it; places in code points of the field",
    "required": ["type", "text", "value", "field", "start", "end"],
    "additionalProperties": false,
    "properties": {
      "type": {"type": "string"},
      "text": {"type": "string"},
      "value": {"type": "string"},
      "field": {"enum": ["title", "lead", "body", "caption"]},
      "start": {"type": "integer"},
      "end": {"type": "integer"}
    }
  },
  "Article": {
    "type": "object",
    "description": "Members from query on are there where something was asked.",
    "required": ["id", "hash", "path", "member", "place", "url", "urls", "title", "lead", "body", "captions", "credits",
                 "authors", "agencies", "source", "section", "language", "published", "entities", "mentions"],
    "additionalProperties": false,
    "properties": {
      "id": {"type": "string"},
      "hash": {"type": "string"},
      "path": {"type": "string"},
      "member": {"type": "string"},
      "place": {"type": "string"},
      "url": {"type": "string"},
      "urls": {"type": "array", "items": {"type": "string"}},
      "title": {"type": "string"},
      "lead": {"type": "string"},
      "body": {"type": "string"},
      "captions": {"type": "array", "items": {"type": "string"}},
      "credits": {"type": "array", "items": {"type": "string"}},
      "authors": {"type": "array", "items": {"type": "string"}},
      "agencies": {"type": "array", "items": {"type": "string"}},
      "source": {"type": "string"},
      "section": {"type": "string"},
      "language": {"type": "string"},
      "published": {"anyOf": [{"$ref": "#/components/schemas/Published"}, {"type": "null"}]},
      "entities": {"type": "array", "items": {"$ref": "#/components/schemas/Entity"}},
      "mentions": {"type": "array", "items": {"$ref": "#/components/schemas/TimeMention"}},
      "query": {"type": "string"},
      "interpreted": {"type": "string"},
      "matches": {"type": "boolean"},
      "exact": {"type": "boolean"},
      "highlights": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"$ref": "#/components/schemas/Highlight"}}
      },
      "notes": {"type": "array", "items": {"type": "string"}}
    }
  },
  "MentionSentence": {
    "type": "object",
    "description": "A sentence, and the place of what it mentions in code points of it",
    "required": ["text", "mention"],
    "additionalProperties": false,
    "properties": {
      "text": {"type": "string"},
      "mention": {
        "type": "object",
        "required": ["start", "end"],
        "additionalProperties": false,
        "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}}
      }
    }
  },
  "MentionSource": {
    "type": "object",
    "description": "The article that a sentence is from",
    "required": ["id", "title", "url", "source", "published"],
    "additionalProperties": false,
    "properties": {
      "id": {"type": "string"},
      "title": {"type": "string"},
      "url": {"type": "string"},
      "source": {"type": "string"},
      "published": {"type": ["string", "null"]}
    }
  },
  "EntityMention": {
    "type": "object",
    "required": ["article", "sentence"],
    "additionalProperties": false,
    "properties": {
      "article": {"$ref": "#/components/schemas/MentionSource"},
      "sentence": {"$ref": "#/components/schemas/MentionSentence"}
    }
  },
  "Companion": {
    "type": "object",
    "description": "Another name in the same articles, and how surprising it is that they stand together so often",
    "required": ["name", "articles", "all_articles", "association"],
    "additionalProperties": false,
    "properties": {
      "name": {"type": "string"},
      "articles": {"type": "integer"},
      "all_articles": {"type": "integer"},
      "association": {"type": "number"}
    }
  },
  "WrittenForm": {
    "type": "object",
    "required": ["text", "mentions"],
    "additionalProperties": false,
    "properties": {"text": {"type": "string"}, "mentions": {"type": "integer"}}
  },
  "NamedThing": {
    "type": "object",
    "required": ["type", "name", "articles"],
    "additionalProperties": false,
    "properties": {
      "type": {"enum": ["person", "org", "place", "misc"]},
      "name": {"type": "string"},
      "articles": {"type": "integer"}
    }
  },
  "EntityProfile": {
    "type": "object",
    "required": ["name", "type", "interpreted", "articles", "all_articles", "mentions", "aliases", "written", "others",
                 "first", "latest", "timeline", "companions", "elapsed_ms"],
    "additionalProperties": false,
    "properties": {
      "name": {"type": "string"},
      "type": {"enum": ["person", "org", "place", "misc"]},
      "interpreted": {"type": "string"},
      "articles": {"type": "integer"},
      "all_articles": {"type": "integer"},
      "mentions": {"type": "integer"},
      "aliases": {"type": "array", "items": {"type": "string"}},
      "written": {"type": "array", "items": {"$ref": "#/components/schemas/WrittenForm"}},
      "others": {"type": "array", "items": {"$ref": "#/components/schemas/NamedThing"}},
      "first": {"anyOf": [{"$ref": "#/components/schemas/EntityMention"}, {"type": "null"}]},
      "latest": {"anyOf": [{"$ref": "#/components/schemas/EntityMention"}, {"type": "null"}]},
      "timeline": {"$ref": "#/components/schemas/Timeline"},
      "companions": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"$ref": "#/components/schemas/Companion"}}
      },
      "elapsed_ms": {"type": "number"}
    }
  },
  "ToldDate": {
    "type": "object",
    "description": "A time that articles speak of, as TIMEX3 has it, with its first and last day",
    "required": ["value", "first", "last", "articles", "as_news", "support", "sentence", "article"],
    "additionalProperties": false,
    "properties": {
      "value": {"type": "string"},
      "first": {"type": "string"},
      "last": {"type": "string"},
      "articles": {"type": "integer"},
      "as_news": {"type": "integer"},
      "support": {"type": "number"},
      "sentence": {"$ref": "#/components/schemas/MentionSentence"},
      "article": {"$ref": "#/components/schemas/MentionSource"}
    }
  },
  "ToldTimeline": {
    "type": "object",
    "required": ["query", "interpreted", "total", "exact", "with_dates", "times", "elapsed_ms", "notes", "dates"],
    "additionalProperties": false,
    "properties": {
      "query": {"type": "string"},
      "interpreted": {"type": "string"},
      "total": {"type": "integer"},
      "exact": {"type": "boolean"},
      "with_dates": {"type": "integer"},
      "times": {"type": "integer"},
      "elapsed_ms": {"type": "number"},
      "notes": {"type": "array", "items": {"type": "string"}},
      "dates": {"type": "array", "items": {"$ref": "#/components/schemas/ToldDate"}}
    }
  },
  "Completion": {
    "type": "object",
    "required": ["text", "kind", "articles"],
    "additionalProperties": false,
    "properties": {
      "text": {"type": "string"},
      "kind": {"enum": ["word", "title"]},
      "articles": {"type": "integer"}
    }
  },
  "Suggestions": {
    "type": "object",
    "required": ["prefix", "completions", "elapsed_ms"],
    "additionalProperties": false,
    "properties": {
      "prefix": {"type": "string"},
      "completions": {"type": "array", "items": {"$ref": "#/components/schemas/Completion"}},
      "elapsed_ms": {"type": "number"}
    }
  }
})json";

}  // namespace

Json json_schemas() { return Json::parse(schemas_text); }

}  // namespace dateline
