namespace CryptoLessons.Protocol.Spqr;

/// <summary>Which of the two chains of an epoch is meant, and which of the two parties somebody is: the one that sends in it.</summary>
public enum SpqrDirection
{
    /// <summary>From the initiator of the session, Alice, to the responder.</summary>
    A2B = 0,

    /// <summary>From the responder, Bob, to the initiator.</summary>
    B2A = 1,
}
