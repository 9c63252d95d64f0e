namespace CryptoLessons.Tests.Differences.Greetings;

/// <summary>Fills in what the class between leaves open.</summary>
internal sealed class DoctorGreeting(Greeting inner) : TitledGreeting(inner)
{
    protected override string Title(string name) => $"Dr. {name}";
}
