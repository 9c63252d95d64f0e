namespace CryptoLessons.WithoutABackDoor;

/// <summary>How somebody who expects a warrant steps outside an escrow.</summary>
public enum WayOut
{
    /// <summary>They do not: they use the app as everybody does.</summary>
    None,

    /// <summary>They encrypt once more by themselves, inside the escrowed messages.</summary>
    EncryptTwice,

    /// <summary>They use a client of their own that puts rubbish into the field; the other end has the genuine app.</summary>
    SpoilTheField,

    /// <summary>They use an app that the order does not reach.</summary>
    AnotherApp,
}
