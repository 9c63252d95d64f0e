namespace CryptoLessons.Interop.Tests;

/// <summary>Whose code a party runs.</summary>
public enum Side
{
    /// <summary>This repository's.</summary>
    Ours,

    /// <summary>Signal's own library.</summary>
    Libsignal,
}
