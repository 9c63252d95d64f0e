using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Cli.Peer;

/// <summary>The codes of errors: what a script may rely on.</summary>
internal static class PeerError
{
    public const string Usage = "usage";
    public const string NoSession = "no_session";
    public const string BadSignature = "bad_signature";
    public const string UntrustedIdentity = "untrusted_identity";
    public const string Duplicate = "duplicate";
    public const string InvalidMessage = "invalid_message";
    public const string TooFar = "too_far";
    public const string NoPreKey = "no_prekey";
    public const string OldVersion = "old_version";
    public const string UnknownVersion = "unknown_version";
    public const string NoSenderKey = "no_sender_key";
    public const string NoEscrow = "no_escrow";

    public static string Of(BundleFailure failure) => failure switch
    {
        BundleFailure.BadSignature => BadSignature,
        BundleFailure.UntrustedIdentity => UntrustedIdentity,
        // A bundle is the one input besides messages that a peer makes.
        _ => InvalidMessage,
    };

    public static string Of(DecryptFailure failure) => failure switch
    {
        DecryptFailure.OldVersion => OldVersion,
        DecryptFailure.UnknownVersion => UnknownVersion,
        DecryptFailure.Duplicate => Duplicate,
        DecryptFailure.TooFarAhead => TooFar,
        DecryptFailure.NoSession => NoSession,
        DecryptFailure.NoPreKey => NoPreKey,
        DecryptFailure.UntrustedIdentity => UntrustedIdentity,
        DecryptFailure.NoSenderKey => NoSenderKey,
        DecryptFailure.BadSignature => BadSignature,
        // Malformed, a low-order key, not authentic.
        _ => InvalidMessage,
    };

    public static string Of(Outcome outcome) => outcome == Outcome.NoKey ? NoEscrow : InvalidMessage;
}
