import { type Fact } from "../source.js";
import { sources } from "../sources.js";

/**
 * What services are called elsewhere (in their names, their consoles, Terraform), and the prefix of their
 * actions. Only names that are no prefix themselves.
 */
export const prefixesByServiceName: Fact<Readonly<Record<string, string>>> = {
  value: {
    apigw: "apigateway",
    beanstalk: "elasticbeanstalk",
    certificatemanager: "acm",
    cloudwatchlogs: "logs",
    cognito: "cognito-idp",
    docdb: "rds",
    efs: "elasticfilesystem",
    elasticsearch: "es",
    elb: "elasticloadbalancing",
    elbv2: "elasticloadbalancing",
    emr: "elasticmapreduce",
    eventbridge: "events",
    msk: "kafka",
    neptune: "rds",
    opensearch: "es",
    parameterstore: "ssm",
    stepfunctions: "states",
    systemsmanager: "ssm",
    vpc: "ec2",
  },
  source: sources["service-authorization"],
  certainty: "documented",
};
