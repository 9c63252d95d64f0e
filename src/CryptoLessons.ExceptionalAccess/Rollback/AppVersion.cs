namespace CryptoLessons.ExceptionalAccess;

/// <summary>A version of a messenger's protocol; the higher the better.</summary>
public enum AppVersion
{
    /// <summary>The older one: Signal's protocol with each message key sealed to an authority.</summary>
    Escrowed = 1,

    /// <summary>The newer one: Signal's protocol as it is.</summary>
    Strict = 2,
}
