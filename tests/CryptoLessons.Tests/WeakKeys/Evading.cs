using CryptoLessons.Designs;

namespace CryptoLessons.Tests.WeakKeys;

/// <summary>A design in which Alice and Bob encrypt what they say once more.</summary>
internal static class Evading
{
    private static readonly HashSet<string> Evaders = ["Alice", "Bob"];

    public static Design InPlaceOf(string id)
    {
        Design design = Design.Named(id);
        return design with
        {
            Deployed = (script, random, profile) => new EvadingDeployment(design.Deployed(script, random, profile), Evaders, random.Child("evaders")),
        };
    }
}
