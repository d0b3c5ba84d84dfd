"""The response codes of PhoneNotify, as its GetResponseCodes answered in 2019.

The table may have grown since: answers keep their code as a plain int.
"""

from enum import IntEnum


class ResponseCode(IntEnum):
    """What ``NotifyReturn.response_code`` means (source: a captured GetResponseCodes answer)."""

    QUEUED = 0
    CALL_ANSWERED = 1
    CALL_UNANSWERED = 2
    INVALID_PHONE_NUMBER = 3
    INVALID_CALLER_ID = 4
    INVALID_VOICE_ID = 5
    INVALID_NUMBER_TO_TRANSFER_TO = 6
    INVALID_DIGIT_FOR_TRANSFER = 7
    BUSY = 8
    UNIVERSAL_ERROR = 9
    DEMO_ALLOWANCE_EXCEEDED = 10
    DEMO_NOT_ALLOWED = 11
    DIALING = 12
    CALLER_ID_AND_PHONE_NUMBER_CANNOT_MATCH = 13
    KEY_INVALID = 14
    PHONE_NUMBER_ABUSE = 15
    SCHEDULED_TIME_NOT_UTC = 16
    SITE_BAN = 17
    RINGING = 18
    TRYING = 19
    CALL_IS_BEING_FORWARDED = 20
    IN_CALL_OR_RINGING = 21
    CANCELLED = 22
    SOUND_FILE_NOT_FOUND = 23
    TRANSFERRED = 24
    TRANSFER_FAILED = 25
    CALLER_HUNG_UP_DURING_TRANSFER = 26
    ADMINISTRATIVE_HOLD = 27
    CALL_FORBIDDEN = 28
    INCOMING_CALL = 29
    INCOMING_CALL_COMPLETE = 30
    INCOMING_CALL_TRANSFERRED = 31
    TTS_ERROR = 32
    TIME_RESTRICTION = 33
    CONGESTION = 34
    GLOBAL_NOT_ACCEPTABLE = 35
    NO_SUPPORTED_MEDIA = 36
    TELECOM_TIMEOUT = 37
    TELECOM_DENIED = 38
    DEMO_DENIED_BY_FTC_REGULATIONS = 39
    TTS_BUSY_WILL_TRY_AGAIN = 40
    CONFERENCE_START = 41
    CONFERENCE_JOIN = 42
    VACANT_NUMBER = 43
    NUMBER_CHANGED_OR_DISCONNECTED = 44
    SOUND_FILE_PROCESSING = 45
    READY_FOR_DIALER = 46


# Codes by which a request to call is declined; the call was not queued (inferred from the texts
# and from how public clients sort them).
DECLINED = frozenset({3, 4, 5, 6, 7, 10, 11, 13, 15, 16, 17, 28, 39})
