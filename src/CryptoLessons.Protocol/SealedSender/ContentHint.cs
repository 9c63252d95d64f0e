namespace CryptoLessons.Protocol.SealedSender;

/// <summary>What a recipient who cannot open the content may do about it; other numbers may come and mean nothing.</summary>
public enum ContentHint
{
    /// <summary>Show that something could not be read; not written on the wire.</summary>
    Default = 0,

    /// <summary>Ask for it once more.</summary>
    Resendable = 1,

    /// <summary>Say nothing: the user did not ask for it.</summary>
    Implicit = 2,
}
