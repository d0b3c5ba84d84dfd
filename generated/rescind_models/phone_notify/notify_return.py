"""Generated from phone_notify.wsdl; do not edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from .array_of_variable import ArrayOfVariable

__NAMESPACE__ = "https://ws.esendex.us/NotifyWS/"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyReturn:
    """What the service says of one call.

    Attributes:
        response_code: What became of it, from GetResponseCodes; 0 is queued, 1 answered, 22
            cancelled. ResponseCode, xs:int.
        response_text: ResponseText, xs:string, optional.
        call_answered: CallAnswered, xs:boolean.
        queue_id: Number of the call, by which it can be asked for and cancelled. QueueID, xs:long.
        try_count: TryCount, xs:int.
        demo: Demo, xs:boolean.
        digits_pressed: DigitsPressed, xs:string, optional.
        machine_detection: MachineDetection, xs:string, optional.
        duration: Duration, xs:int.
        start_time: UTC. StartTime, xs:dateTime, None where the service sends a date of year 1.
        end_time: UTC. EndTime, xs:dateTime, None where the service sends a date of year 1.
        minute_rate: MinuteRate, xs:decimal.
        country: Country, xs:string, optional.
        call_complete: CallComplete, xs:boolean.
        text_to_say: TextToSay, xs:string, optional.
        variable_array: VariableArray, ArrayOfVariable, optional.
    """

    class Meta:
        namespace = "https://ws.esendex.us/NotifyWS/"

    response_code: int = field(
        metadata={
            "name": "ResponseCode",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    response_text: None | str = field(
        default=None,
        metadata={
            "name": "ResponseText",
            "type": "Element",
        },
    )
    call_answered: bool = field(
        metadata={
            "name": "CallAnswered",
            "type": "Element",
            "required": True,
        }
    )
    queue_id: int = field(
        metadata={
            "name": "QueueID",
            "type": "Element",
            "required": True,
            "min_inclusive": -9223372036854775808,
            "max_inclusive": 9223372036854775807,
        }
    )
    try_count: int = field(
        metadata={
            "name": "TryCount",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    demo: bool = field(
        metadata={
            "name": "Demo",
            "type": "Element",
            "required": True,
        }
    )
    digits_pressed: None | str = field(
        default=None,
        metadata={
            "name": "DigitsPressed",
            "type": "Element",
        },
    )
    machine_detection: None | str = field(
        default=None,
        metadata={
            "name": "MachineDetection",
            "type": "Element",
        },
    )
    duration: int = field(
        metadata={
            "name": "Duration",
            "type": "Element",
            "required": True,
            "min_inclusive": -2147483648,
            "max_inclusive": 2147483647,
        }
    )
    start_time: None | datetime = field(
        metadata={
            "name": "StartTime",
            "type": "Element",
            "required": True,
        }
    )
    end_time: None | datetime = field(
        metadata={
            "name": "EndTime",
            "type": "Element",
            "required": True,
        }
    )
    minute_rate: Decimal = field(
        metadata={
            "name": "MinuteRate",
            "type": "Element",
            "required": True,
        }
    )
    country: None | str = field(
        default=None,
        metadata={
            "name": "Country",
            "type": "Element",
        },
    )
    call_complete: bool = field(
        metadata={
            "name": "CallComplete",
            "type": "Element",
            "required": True,
        }
    )
    text_to_say: None | str = field(
        default=None,
        metadata={
            "name": "TextToSay",
            "type": "Element",
        },
    )
    variable_array: None | ArrayOfVariable = field(
        default=None,
        metadata={
            "name": "VariableArray",
            "type": "Element",
        },
    )
