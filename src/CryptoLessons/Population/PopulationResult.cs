namespace CryptoLessons.Population;

/// <summary>What was played of a population, and what it cost.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Complete">Whether all who were to be played were; false when somebody stopped the run.</param>
/// <param name="Figures">What was counted.</param>
/// <param name="Cost">What the work took.</param>
public sealed record PopulationResult(PopulationRequest Request, bool Complete, PopulationFigures Figures, MeasuredCost Cost);
