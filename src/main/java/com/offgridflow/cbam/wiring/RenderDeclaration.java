package com.offgridflow.cbam.wiring;

import com.offgridflow.cbam.Declaration;
import com.offgridflow.cbam.DeclarationCsv;
import com.offgridflow.cbam.xml.DeclarationXml;
import com.offgridflow.job.HubProperties;
import com.offgridflow.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The renderings of a frozen CBAM declaration, for the routes. */
@ApplicationScoped
@Named("renderDeclaration")
public class RenderDeclaration {
  private final DeclarationStore store;

  RenderDeclaration(DeclarationStore store) {
    this.store = store;
  }

  /** The declaration of a job. */
  public Declaration load(@ExchangeProperty(HubProperties.JOB) Job job) {
    return store.load(job.tenant(), UUID.fromString(job.required("declaration")));
  }

  /** Says whose and for when, and by its id which one; without ending. */
  public String fileName(@Body Declaration declaration) {
    return "%s-cbam-%s-%s"
        .formatted(declaration.tenant(), declaration.period(), declaration.id().substring(0, 8));
  }

  public byte[] xml(@Body Declaration declaration) {
    return DeclarationXml.render(declaration);
  }

  public byte[] csv(@Body Declaration declaration) {
    return DeclarationCsv.render(declaration);
  }
}
